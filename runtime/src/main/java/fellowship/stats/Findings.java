package fellowship.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures with their intervals: by a formula where there is one (Wilson's for shares, that of Fleiss, Cohen and Everitt for
 * Cohen's κ, Fisher's for Pearson's r), else by a bootstrap over items.
 */
public final class Findings {

    /** Up to so many items the bootstrap is bias-corrected, which takes each item out once; beyond, it hardly differs. */
    private static final int CORRECTED = 1000;

    private final Dimension dimension;
    private final Chance chance;

    /**
     * How intervals are made.
     *
     * @param level between 0 and 1, as 0.95
     * @param resamples 100 or more
     */
    public record Chance(double level, int resamples, long seed) {}

    /** @param dimension what differences mean: {@code NOMINAL} takes labels, others numbers */
    public Findings(Dimension dimension, Chance chance) {
        this.dimension = dimension;
        this.chance = chance;
    }

    /** Of all annotators together. */
    public <T extends Comparable<? super T>> List<Finding> together(Ratings<T> ratings) {
        String word = dimension.name().toLowerCase(Locale.ROOT);
        List<Finding> found = new ArrayList<>();
        found.add(drawn("agreement of pairs", ratings, Fleiss::agreement));
        if (dimension == Dimension.NOMINAL || dimension == Dimension.ORDINAL) {
            found.add(drawn("Fleiss κ", ratings, Fleiss::kappa));
        }
        found.add(drawn("Krippendorff α, " + word, ratings, some -> Krippendorff.alpha(some, dimension)));
        found.add(drawn("effective votes", ratings, this::votes));
        return found;
    }

    /** Of what annotators miss gold by: the number that says how much a jury of them can help. */
    public Finding votesOfErrors(Ratings<Double> errors) {
        return drawn("effective votes of errors", errors, EffectiveVotes::ofNumbers);
    }

    private <T extends Comparable<? super T>> Measure votes(Ratings<T> ratings) {
        if (dimension == Dimension.NOMINAL) {
            return EffectiveVotes.ofLabels(ratings);
        }
        return EffectiveVotes.ofNumbers(numbers(ratings));
    }

    /** Numbers as such: all dimensions but the nominal one are of numbers. */
    @SuppressWarnings("unchecked")
    private static Ratings<Double> numbers(Ratings<?> ratings) {
        return (Ratings<Double>) ratings;
    }

    /** Of two annotators, or of one and gold. */
    public <T extends Comparable<? super T>> List<Finding> ofTwo(Ratings.Paired<T> paired, String agreement) {
        List<Finding> found = new ArrayList<>();
        if (dimension == Dimension.NOMINAL || dimension == Dimension.ORDINAL) {
            Confusion<T> confusion = Confusion.of(paired);
            found.add(Finding.of(agreement, confusion.agreement(), wilson(confusion), "Wilson"));
            found.add(kappa("κ", confusion, Cohen.Weights.PLAIN));
            if (dimension == Dimension.ORDINAL) {
                found.add(kappa("linear κ", confusion, Cohen.Weights.LINEAR));
                found.add(kappa("quadratic κ", confusion, Cohen.Weights.QUADRATIC));
            }
        }
        if (dimension != Dimension.NOMINAL) {
            correlations(paired, found);
        }
        return found;
    }

    /** The same in short and without chance, the one that tells most last. */
    public <T extends Comparable<? super T>> List<Finding> brief(Ratings.Paired<T> paired, String agreement) {
        if (dimension == Dimension.INTERVAL || dimension == Dimension.RATIO) {
            return List.of(pearson(numbers(paired.first()), numbers(paired.second())));
        }
        Confusion<T> confusion = Confusion.of(paired);
        List<Finding> found = new ArrayList<>();
        found.add(Finding.of(agreement, confusion.agreement(), wilson(confusion), "Wilson"));
        found.add(kappa("κ", confusion, Cohen.Weights.PLAIN));
        if (dimension == Dimension.ORDINAL) {
            found.add(kappa("quadratic κ", confusion, Cohen.Weights.QUADRATIC));
        }
        return found;
    }

    /** How well one finds the categories of gold. */
    public <T extends Comparable<? super T>> List<Finding> macro(Ratings.Paired<T> paired) {
        return List.of(
                macro("precision", paired, CategoryScores::macroPrecision),
                macro("recall", paired, CategoryScores::macroRecall),
                macro("F1", paired, CategoryScores::macroF1));
    }

    private <T extends Comparable<? super T>> Finding macro(
            String name, Ratings.Paired<T> paired, Function<Confusion<T>, Measure> measure) {
        Confusion<T> confusion = Confusion.of(paired);
        return bootstrapped(
                name, measure.apply(confusion), paired.size(), items -> measure.apply(confusion.drawn(items)));
    }

    private <T> Optional<Interval> wilson(Confusion<T> confusion) {
        return confusion.total() == 0
                ? Optional.empty()
                : Optional.of(Wilson.of(confusion.agreeing(), confusion.total(), chance.level()));
    }

    private Finding kappa(String name, Confusion<?> confusion, Cohen.Weights weights) {
        return Finding.of(
                name, Cohen.kappa(confusion, weights), Cohen.interval(confusion, weights, chance.level()), "analytic");
    }

    private void correlations(Ratings.Paired<?> paired, List<Finding> found) {
        double[] first = numbers(paired.first());
        double[] second = numbers(paired.second());
        found.add(pearson(first, second));
        found.add(bootstrapped(
                "Spearman ρ",
                Correlation.spearman(first, second),
                first.length,
                items -> Correlation.spearman(at(first, items), at(second, items))));
        found.add(bootstrapped(
                "Kendall τ-b",
                Correlation.kendall(first, second),
                first.length,
                items -> Correlation.kendall(at(first, items), at(second, items))));
    }

    private Finding pearson(double[] first, double[] second) {
        Measure r = Correlation.pearson(first, second);
        Optional<Interval> fisher = r instanceof Measure.Of of
                ? Correlation.fisher(of.number(), first.length, chance.level())
                : Optional.empty();
        return Finding.of("Pearson r", r, fisher, "Fisher");
    }

    private static double[] numbers(List<?> values) {
        return values.stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    private static double[] at(double[] values, int[] items) {
        double[] drawn = new double[items.length];
        Arrays.setAll(drawn, i -> values[items[i]]);
        return drawn;
    }

    private <T extends Comparable<? super T>> Finding drawn(
            String name, Ratings<T> ratings, Function<Ratings<T>, Measure> measure) {
        return bootstrapped(
                name, measure.apply(ratings), ratings.items().size(), items -> measure.apply(ratings.drawn(items)));
    }

    private Finding bootstrapped(String name, Measure value, int items, Bootstrap.Statistic statistic) {
        if (!(value instanceof Measure.Of)) {
            return Finding.of(name, value, Optional.empty(), "");
        }
        Bootstrap bootstrap = new Bootstrap(items, chance.resamples(), chance.seed());
        Optional<Interval> interval = items <= CORRECTED
                ? bootstrap.bca(statistic, chance.level())
                : bootstrap.percentile(statistic, chance.level());
        return Finding.of(name, value, interval, "bootstrap");
    }
}
