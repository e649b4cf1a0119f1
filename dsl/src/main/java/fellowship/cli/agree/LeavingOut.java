package fellowship.cli.agree;

import fellowship.seam.Dice;
import fellowship.stats.Bootstrap;
import fellowship.stats.Finding;
import fellowship.stats.Findings;
import fellowship.stats.Measure;
import fellowship.stats.Ratings;
import fellowship.stats.Votes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Each annotator against the mode of the rest, as HREF measures people: a judge that reaches the mean of the annotators
 * agrees with people as well as they do with each other.
 */
final class LeavingOut<T extends Comparable<? super T>> {

    private final Data<T> data;
    private final Asked asked;
    private final Findings findings;
    private final long[] agreeing;
    private final long[] compared;

    LeavingOut(Data<T> data, Asked asked, Findings findings) {
        this.data = data;
        this.asked = asked;
        this.findings = findings;
        this.agreeing = new long[data.ratings().items().size()];
        this.compared = new long[agreeing.length];
    }

    Report.LeaveOneOut report() {
        List<Report.Compared> all = new ArrayList<>();
        for (int a = 0; a < data.annotators(); a++) {
            all.add(against(a));
        }
        Measure mean = mean(IntStream.range(0, agreeing.length).toArray());
        Optional<fellowship.stats.Interval> interval = new Bootstrap(
                        agreeing.length,
                        asked.chance().resamples(),
                        asked.chance().seed())
                .percentile(this::mean, asked.chance().level());
        return new Report.LeaveOneOut(
                asked.drawnModes(), all, Finding.of("mean agreement", mean, interval, "bootstrap"));
    }

    private Measure mean(int[] items) {
        long n = Arrays.stream(items).mapToLong(i -> compared[i]).sum();
        long hits = Arrays.stream(items).mapToLong(i -> agreeing[i]).sum();
        return n == 0 ? Measure.absent("no item has a mode") : Measure.of((double) hits / n);
    }

    private Report.Compared against(int annotator) {
        Ratings<T> ratings = data.ratings();
        Ratings<T> rest = ratings.only(IntStream.range(0, data.annotators())
                .filter(a -> a != annotator)
                .toArray());
        List<T> modes = new ArrayList<>();
        List<T> own = new ArrayList<>();
        long open = 0;
        for (int item = 0; item < ratings.items().size(); item++) {
            Optional<T> said = ratings.value(item, annotator);
            List<T> votes = rest.of(item);
            if (said.isEmpty() || votes.isEmpty()) {
                continue;
            }
            Optional<T> mode = Votes.mode(votes);
            if (mode.isEmpty()) {
                open++;
                mode = asked.drawnModes() ? Optional.of(drawn(votes, item, annotator)) : mode;
            }
            if (mode.isPresent()) {
                modes.add(mode.get());
                own.add(said.get());
                compared[item]++;
                agreeing[item] += mode.equals(said) ? 1 : 0;
            }
        }
        return new Report.Compared(
                List.of(ratings.annotators().get(annotator)),
                own.size(),
                open,
                findings.brief(new Ratings.Paired<>(modes, own), "agreement"));
    }

    private T drawn(List<T> votes, int item, int annotator) {
        long most = votes.stream().mapToLong(vote -> count(votes, vote)).max().orElse(0);
        List<T> modes = votes.stream()
                .distinct()
                .filter(vote -> count(votes, vote) == most)
                .sorted()
                .toList();
        Dice dice = Dice.of(asked.chance().seed())
                .split(data.ratings().items().get(item))
                .split(data.ratings().annotators().get(annotator));
        return modes.get(dice.below(modes.size()));
    }

    private static <T> long count(List<T> votes, T vote) {
        return votes.stream().filter(vote::equals).count();
    }
}
