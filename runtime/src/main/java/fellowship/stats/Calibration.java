package fellowship.stats;

/**
 * Whether probabilities mean what they say. Takes what was said to be how likely (0 to 1), and whether it came true. All
 * are absent where there are no forecasts.
 */
public final class Calibration {

    /** How forecasts are put into bins. */
    public enum Bins {
        /** [0, 1/b), [1/b, 2/b), … the last one with its upper end. Guo et al. (2017), arXiv 1706.04599. */
        EQUAL_WIDTH,
        /**
         * In order of size, bin number ⌊place · b / n⌋; equal forecasts go to the bin of the first of them, so that the
         * order of the input does not count. Nixon et al. (2019), arXiv 1904.01685.
         */
        EQUAL_MASS
    }

    private Calibration() {}

    /** The mean squared difference, from 0 (always right and sure) to 1. Brier (1950), Monthly Weather Review 78, 1–3. */
    public static Measure brier(double[] forecasts, boolean[] came) {
        check(forecasts, came);
        if (forecasts.length == 0) {
            return Measure.absent("there are no forecasts");
        }
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            double miss = forecasts[i] - (came[i] ? 1 : 0);
            sum += miss * miss;
        }
        return Measure.of(sum / forecasts.length);
    }

    /**
     * The expected calibration error: |mean forecast − share that came true|, over bins, weighted by their sizes; from 0
     * to 1. It depends on the bins; empty ones do not count.
     *
     * @param count 1 or more
     */
    public static Measure error(double[] forecasts, boolean[] came, Bins bins, int count) {
        check(forecasts, came);
        if (count < 1) {
            throw new IllegalArgumentException("there is at least one bin, not " + count);
        }
        int n = forecasts.length;
        if (n == 0) {
            return Measure.absent("there are no forecasts");
        }
        int[] bin = bins == Bins.EQUAL_WIDTH ? byWidth(forecasts, count) : byMass(forecasts, count);
        double[] excess = new double[count];
        for (int i = 0; i < n; i++) {
            excess[bin[i]] += forecasts[i] - (came[i] ? 1 : 0);
        }
        double sum = 0;
        for (double one : excess) {
            sum += Math.abs(one);
        }
        return Measure.of(sum / n);
    }

    /**
     * AUROC: how likely something that came true had a greater forecast than something that did not, equal ones counting
     * half; 0.5 is chance. Absent where all came true, or nothing did. By ranks: Mann and Whitney (1947).
     */
    public static Measure auroc(double[] forecasts, boolean[] came) {
        check(forecasts, came);
        double[] ranks = Ranks.of(forecasts);
        double sum = 0;
        long hits = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += came[i] ? ranks[i] : 0;
            hits += came[i] ? 1 : 0;
        }
        long others = ranks.length - hits;
        return hits == 0 || others == 0
                ? Measure.absent(ranks.length == 0 ? "there are no forecasts" : "all forecasts came to the same")
                : Measure.of((sum - hits * (hits + 1) / 2.0) / ((double) hits * others));
    }

    private static int[] byWidth(double[] forecasts, int count) {
        int[] bin = new int[forecasts.length];
        for (int i = 0; i < bin.length; i++) {
            bin[i] = (int) Math.min(count - 1, Math.floor(forecasts[i] * count));
        }
        return bin;
    }

    private static int[] byMass(double[] forecasts, int count) {
        int[] bin = new int[forecasts.length];
        int[] order = Ranks.order(forecasts);
        for (int place = 0; place < order.length; place++) {
            boolean again = place > 0 && forecasts[order[place]] == forecasts[order[place - 1]];
            bin[order[place]] = again ? bin[order[place - 1]] : (int) ((long) place * count / order.length);
        }
        return bin;
    }

    private static void check(double[] forecasts, boolean[] came) {
        if (forecasts.length != came.length) {
            throw new IllegalArgumentException(forecasts.length + " forecasts do not fit " + came.length + " outcomes");
        }
        for (double forecast : forecasts) {
            if (!(forecast >= 0 && forecast <= 1)) {
                throw new IllegalArgumentException("a forecast is from 0 to 1, not " + forecast);
            }
        }
    }
}
