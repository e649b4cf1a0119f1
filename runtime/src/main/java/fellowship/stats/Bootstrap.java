package fellowship.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Intervals by drawing items anew, with replacement. The same seed gives the same interval, on any number of threads.
 *
 * <p>A measure that is absent for a draw is left out of it; where fewer than nine in ten draws have one, or there are
 * fewer than two items, there is no interval. Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13
 * and 14; quantiles between draws by linear interpolation, as in NumPy.
 */
public final class Bootstrap {

    /** A measure of some items. */
    @FunctionalInterface
    public interface Statistic {
        /**
         * Takes it.
         *
         * @param items places from 0; some may stand there more than once
         */
        Measure of(int[] items);
    }

    /** Numbers that differ by less than this share of the greatest are equal but for the order of sums. */
    private static final double ROUNDING = 1e-12;

    private final int items;
    private final int resamples;
    private final long seed;

    /**
     * A way to draw.
     *
     * @param items how many there are
     * @param resamples 100 or more
     * @param seed where all chance comes from
     */
    public Bootstrap(int items, int resamples, long seed) {
        if (items < 0 || resamples < 100) {
            throw new IllegalArgumentException(
                    "at least 100 resamples of 0 items or more, not " + resamples + " of " + items);
        }
        this.items = items;
        this.resamples = resamples;
        this.seed = seed;
    }

    /** From the quantiles of the draws. */
    public Optional<Interval> percentile(Statistic statistic, double level) {
        return between(drawn(statistic), (1 - level) / 2);
    }

    /**
     * From quantiles further out: draws vary as if n − 1 items were n, and the percentile interval takes the normal's tails
     * where Student's are due, so that it is short of its level for few items. For means and what is much like one. Hesterberg
     * (2015), The American Statistician 69, 371–386, section 4.2.
     */
    public Optional<Interval> expanded(Statistic statistic, double level) {
        if (items < 2) {
            return Optional.empty();
        }
        double wide = Math.sqrt(items / (items - 1.0)) * Student.twoSided(level, items - 1);
        return between(drawn(statistic), Normal.cumulative(-wide));
    }

    private Optional<Interval> between(double[] drawn, double tail) {
        return enough(drawn)
                ? Optional.of(new Interval(quantile(drawn, tail), quantile(drawn, 1 - tail)))
                : Optional.empty();
    }

    /**
     * Bias-corrected and accelerated: the quantiles are moved for draws that lie to one side of the measure, and for a
     * spread that changes with it, found by leaving out each item once. Absent where the measure itself is; where all draws
     * lie to one side of it or no item changes it, the percentile interval.
     */
    public Optional<Interval> bca(Statistic statistic, double level) {
        double[] drawn = drawn(statistic);
        Measure whole = statistic.of(IntStream.range(0, items).toArray());
        if (!enough(drawn) || !(whole instanceof Measure.Of measured)) {
            return Optional.empty();
        }
        double rounding = ROUNDING * Math.max(Math.abs(drawn[0]), Math.abs(drawn[drawn.length - 1]));
        double below = 0;
        for (double one : drawn) {
            boolean equal = Math.abs(one - measured.number()) <= rounding;
            below += equal ? 0.5 : one < measured.number() ? 1 : 0;
        }
        double acceleration = acceleration(statistic, rounding);
        double tail = (1 - level) / 2;
        if (below == 0 || below == drawn.length || Double.isNaN(acceleration)) {
            return Optional.of(new Interval(quantile(drawn, tail), quantile(drawn, 1 - tail)));
        }
        double bias = Normal.quantile(below / drawn.length);
        double low = moved(bias, acceleration, Normal.quantile(tail));
        double high = moved(bias, acceleration, Normal.quantile(1 - tail));
        return Optional.of(new Interval(quantile(drawn, Math.min(low, high)), quantile(drawn, Math.max(low, high))));
    }

    private static double moved(double bias, double acceleration, double z) {
        return Normal.cumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /** NaN where leaving out an item changes nothing. */
    private double acceleration(Statistic statistic, double rounding) {
        double[] without = IntStream.range(0, items)
                .mapToObj(out -> statistic.of(
                        IntStream.range(0, items).filter(i -> i != out).toArray()))
                .flatMapToDouble(measure -> measure.value().stream())
                .toArray();
        if (without.length == 0) {
            return Double.NaN;
        }
        double mean = Means.of(without);
        double cubes = 0;
        double squares = 0;
        for (double one : without) {
            squares += (mean - one) * (mean - one);
            cubes += (mean - one) * (mean - one) * (mean - one);
        }
        return squares <= without.length * rounding * rounding ? Double.NaN : cubes / (6 * Math.pow(squares, 1.5));
    }

    private boolean enough(double[] drawn) {
        return items >= 2 && drawn.length >= 0.9 * resamples;
    }

    /** In order of size. */
    private double[] drawn(Statistic statistic) {
        if (items < 2) {
            return new double[0];
        }
        return IntStream.range(0, resamples)
                .parallel()
                .mapToObj(i -> statistic.of(draw(i)))
                .flatMapToDouble(measure -> measure.value().stream())
                .sorted()
                .toArray();
    }

    private int[] draw(int resample) {
        Draws draws = Draws.of(seed, resample);
        int[] drawn = new int[items];
        Arrays.setAll(drawn, i -> draws.below(items));
        return drawn;
    }

    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
