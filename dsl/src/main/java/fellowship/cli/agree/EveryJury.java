package fellowship.cli.agree;

import fellowship.stats.Finding;
import fellowship.stats.Findings;
import fellowship.stats.Ratings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Every jury of two annotators or more against gold: 2ⁿ − n − 1 of them. */
final class EveryJury<T extends Comparable<? super T>> {

    /** A million juries; one annotator more would double them. */
    private static final int MOST = 20;

    /** Told of the best and of the worst. */
    private static final int KEPT = 1000;

    private final Data<T> data;
    private final Settling<T> settling;
    private final Rule rule;
    private final Findings findings;

    EveryJury(Data<T> data, Settling<T> settling, Rule rule, Findings findings) {
        this.data = data;
        this.settling = settling;
        this.rule = rule;
        this.findings = findings;
    }

    Report.Juries report() {
        int n = data.annotators();
        if (n > MOST) {
            throw AgreeException.usage("--juries tries every jury, and " + n + " annotators make more than a million; "
                    + MOST + " are the most: name them with --columns, or keep only their rows");
        }
        if (n < 2) {
            throw AgreeException.usage("--juries needs two annotators besides gold");
        }
        double[] ranks = new double[1 << n];
        int[] all = IntStream.range(1, 1 << n)
                .filter(members -> Integer.bitCount(members) >= 2)
                .toArray();
        Arrays.stream(all).parallel().forEach(members -> ranks[members] = rank(jury(members)));
        int[] ranked = Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer members) -> -ranks[members])
                        .thenComparingInt(Integer::bitCount)
                        .thenComparingInt(members -> members))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Report.Compared> kept = IntStream.range(0, ranked.length)
                .filter(place -> place < KEPT || place >= ranked.length - KEPT)
                .mapToObj(place -> jury(ranked[place]))
                .toList();
        String tie = rule.ofNumbers() || rule == Rule.UNANIMITY
                ? ""
                : data.tie().map(data.show()).orElse("");
        return new Report.Juries(rule, tie, last(kept.get(0)).name(), ranked.length, kept);
    }

    private static Finding last(Report.Compared jury) {
        return jury.findings().get(jury.findings().size() - 1);
    }

    private static double rank(Report.Compared jury) {
        return last(jury).value().value().orElse(Double.NEGATIVE_INFINITY);
    }

    private Report.Compared jury(int members) {
        int[] places = IntStream.range(0, data.annotators())
                .filter(a -> (members >> a & 1) == 1)
                .toArray();
        Ratings<T> jury = data.ratings().only(places);
        return against(jury.annotators(), settling.settle(jury), data.gold(), findings);
    }

    /** Verdicts against gold; an item that has gold and votes but no verdict is open. */
    static <T extends Comparable<? super T>> Report.Compared against(
            List<String> names, List<Optional<T>> verdicts, List<Optional<T>> gold, Findings findings) {
        List<T> right = new ArrayList<>();
        List<T> found = new ArrayList<>();
        long open = 0;
        for (int item = 0; item < gold.size(); item++) {
            if (gold.get(item).isPresent() && verdicts.get(item).isPresent()) {
                right.add(gold.get(item).get());
                found.add(verdicts.get(item).get());
            } else if (gold.get(item).isPresent()) {
                open++;
            }
        }
        return new Report.Compared(
                names, found.size(), open, findings.brief(new Ratings.Paired<>(right, found), "accuracy"));
    }
}
