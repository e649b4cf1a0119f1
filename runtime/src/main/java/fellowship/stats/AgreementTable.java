package fellowship.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All that labels or numbers of several annotators say of each other and of gold, with intervals: by a formula where there
 * is one (Wilson's for shares, Fleiss, Cohen and Everitt's for Cohen's κ, Fisher's for Pearson's r), else by a bootstrap
 * over items, bias-corrected and accelerated up to a thousand items.
 */
public final class AgreementTable {

    /** The measures. The names are the words of scripts. */
    public enum Kind {
        percent,
        kappa,
        fleiss,
        krippendorff,
        correlation,
        classification
    }

    private static final int WORK = 4_000_000;
    private static final int FEWEST = 100;
    private static final int ACCELERATED = 1000;

    private final Set<Kind> kinds;
    private final double level;
    private final int resamples;
    private final List<AgreementLine> lines = new ArrayList<>();

    private AgreementTable(Set<Kind> kinds, double level, int resamples) {
        this.kinds = kinds;
        this.level = level;
        this.resamples = resamples;
    }

    /**
     * Of labels.
     *
     * @param gold the annotator who is right; its agreement with others is told, but it is none of the {@code all}
     * @param kinds which measures; empty: every one that applies
     * @param level of the intervals, above 0 and below 1
     * @param resamples most draws of a bootstrap, 100 or more
     */
    public static List<AgreementLine> ofLabels(
            Ratings<String> ratings, Optional<String> gold, Set<Kind> kinds, double level, int resamples) {
        AgreementTable table = new AgreementTable(kinds, level, resamples);
        int known = gold.map(name -> ratings.annotators().indexOf(name)).orElse(-1);
        int[] others = IntStream.range(0, ratings.annotators().size())
                .filter(i -> i != known)
                .toArray();
        table.pairs(ratings, known);
        table.together(ratings.only(others), Dimension.NOMINAL, true);
        for (int other : others) {
            if (known >= 0) {
                table.against(ratings.only(known, other));
            }
        }
        return List.copyOf(table.lines);
    }

    /** Of numbers, on a scale with equal steps; the same otherwise. */
    public static List<AgreementLine> ofNumbers(
            Ratings<Double> ratings, Optional<String> gold, Set<Kind> kinds, double level, int resamples) {
        AgreementTable table = new AgreementTable(kinds, level, resamples);
        int known = gold.map(name -> ratings.annotators().indexOf(name)).orElse(-1);
        int n = ratings.annotators().size();
        table.together(
                ratings.only(IntStream.range(0, n).filter(i -> i != known).toArray()), Dimension.INTERVAL, false);
        if (table.told(Kind.correlation)) {
            table.eachTwo(ratings, known, (first, second) -> table.correlations(ratings.only(first, second)));
        }
        return List.copyOf(table.lines);
    }

    private boolean told(Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    private interface Two {
        void of(int first, int second);
    }

    /** Pairs with gold come last, gold first in them. */
    private void eachTwo(Ratings<?> ratings, int gold, Two two) {
        int n = ratings.annotators().size();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (i != gold && j != gold) {
                    two.of(i, j);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            if (gold >= 0 && i != gold) {
                two.of(gold, i);
            }
        }
    }

    private void pairs(Ratings<String> ratings, int gold) {
        if (told(Kind.percent)) {
            eachTwo(ratings, gold, (first, second) -> {
                Confusion<String> confusion = Confusion.of(ratings.pair(first, second));
                add(
                        Kind.percent,
                        "percent agreement",
                        names(ratings, first, second),
                        confusion.agreement(),
                        share(confusion),
                        confusion.total());
            });
        }
        if (told(Kind.kappa)) {
            eachTwo(ratings, gold, (first, second) -> {
                Confusion<String> confusion = Confusion.of(ratings.pair(first, second));
                add(
                        Kind.kappa,
                        "Cohen's kappa",
                        names(ratings, first, second),
                        Cohen.kappa(confusion, Cohen.Weights.PLAIN),
                        Cohen.interval(confusion, Cohen.Weights.PLAIN, level),
                        confusion.total());
            });
        }
    }

    private void together(Ratings<?> ratings, Dimension dimension, boolean labels) {
        if (ratings.annotators().size() < 2) {
            return;
        }
        if (labels && told(Kind.fleiss)) {
            drawn(Kind.fleiss, "Fleiss' kappa", ratings, Fleiss.items(ratings), Fleiss::kappa);
        }
        if (told(Kind.krippendorff)) {
            drawn(
                    Kind.krippendorff,
                    "Krippendorff's alpha, " + (labels ? "nominal" : "interval"),
                    ratings,
                    Fleiss.items(ratings),
                    table -> Krippendorff.alpha(table, dimension));
        }
    }

    /** Gold first. */
    private void against(Ratings<String> two) {
        if (!told(Kind.classification)) {
            return;
        }
        Confusion<String> confusion = Confusion.of(two.pair(0, 1));
        add(
                Kind.classification,
                "accuracy",
                two.annotators(),
                confusion.agreement(),
                share(confusion),
                confusion.total());
        drawn(
                Kind.classification,
                "macro precision",
                two,
                confusion.total(),
                table -> CategoryScores.macroPrecision(Confusion.of(table.pair(0, 1))));
        drawn(
                Kind.classification,
                "macro recall",
                two,
                confusion.total(),
                table -> CategoryScores.macroRecall(Confusion.of(table.pair(0, 1))));
        drawn(
                Kind.classification,
                "macro F1",
                two,
                confusion.total(),
                table -> CategoryScores.macroF1(Confusion.of(table.pair(0, 1))));
    }

    private void correlations(Ratings<Double> two) {
        int n = two.pair(0, 1).size();
        Measure pearson = correlation(two, Correlation::pearson);
        Optional<Interval> interval = pearson.value().isPresent()
                ? Correlation.fisher(pearson.value().getAsDouble(), n, level)
                : Optional.empty();
        add(Kind.correlation, "Pearson's r", two.annotators(), pearson, interval, n);
        drawn(Kind.correlation, "Spearman's rho", two, n, table -> correlation(table, Correlation::spearman));
        drawn(Kind.correlation, "Kendall's tau-b", two, n, table -> correlation(table, Correlation::kendall));
    }

    private interface OfNumbers {
        Measure of(double[] first, double[] second);
    }

    private static Measure correlation(Ratings<Double> two, OfNumbers measure) {
        Ratings.Paired<Double> pair = two.pair(0, 1);
        return measure.of(
                pair.first().stream().mapToDouble(Double::doubleValue).toArray(),
                pair.second().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private <T extends Comparable<? super T>> void drawn(
            Kind kind, String measure, Ratings<T> ratings, long items, Function<Ratings<T>, Measure> statistic) {
        Measure value = statistic.apply(ratings);
        int n = ratings.items().size();
        Optional<Interval> interval = Optional.empty();
        if (value.value().isPresent()) {
            Bootstrap bootstrap = new Bootstrap(n, Math.max(FEWEST, Math.min(resamples, WORK / Math.max(1, n))), 1);
            Bootstrap.Statistic drawn = places -> statistic.apply(ratings.drawn(places));
            interval = n <= ACCELERATED ? bootstrap.bca(drawn, level) : bootstrap.percentile(drawn, level);
        }
        add(kind, measure, ratings.annotators(), value, interval, items);
    }

    private Optional<Interval> share(Confusion<?> confusion) {
        return confusion.total() == 0
                ? Optional.empty()
                : Optional.of(Wilson.of(confusion.agreeing(), confusion.total(), level));
    }

    private static List<String> names(Ratings<?> ratings, int... places) {
        return IntStream.of(places).mapToObj(ratings.annotators()::get).toList();
    }

    private void add(
            Kind kind,
            String measure,
            List<String> annotators,
            Measure value,
            Optional<Interval> interval,
            long items) {
        lines.add(new AgreementLine(kind, measure, annotators, value, interval, items));
    }
}
