package fellowship.stats;

import java.util.Optional;

/**
 * Cohen's κ of two annotators: (p_o − p_e) / (1 − p_e), where p_o is the weighted share of agreement that there is and
 * p_e the one that their own shares of the categories would give by chance. At most 1; 0 is chance, below is worse.
 *
 * <p>Weights count by the places of the categories among those that occur, as in scikit-learn and statsmodels. Absent
 * where no item has both, and where p_e is 1: both always say the same one category, and agreeing tells nothing.
 *
 * <p>Cohen (1960), Educational and Psychological Measurement 20, 37–46; with weights Cohen (1968), Psychological Bulletin
 * 70, 213–220.
 */
public final class Cohen {

    /** What categories that are not the same count. */
    public enum Weights {
        /** Nothing. */
        PLAIN,
        /** 1 − distance / greatest distance. */
        LINEAR,
        /** 1 − (distance / greatest distance)². */
        QUADRATIC;

        double of(int one, int other, int categories) {
            if (this == PLAIN || categories < 2) {
                return one == other ? 1 : 0;
            }
            double distance = Math.abs(one - other) / (categories - 1.0);
            return this == LINEAR ? 1 - distance : 1 - distance * distance;
        }
    }

    private Cohen() {}

    public static Measure kappa(Confusion<?> confusion, Weights weights) {
        if (confusion.total() == 0) {
            return Measure.absent("no item has both");
        }
        if (confusion.categories().size() == 1) {
            return Measure.absent(
                    "both always say " + confusion.categories().get(0) + ", so agreement by chance would be whole too");
        }
        // As 1 less a ratio of disagreements, so that whole agreement is 1 to the last digit.
        Shares shares = new Shares(confusion, weights);
        return Measure.of(1 - shares.observed / shares.expected);
    }

    /**
     * From the large-sample standard error of Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327,
     * formula 13, cut to −1 … 1. It is short of its level for few items, say below 30; at whole agreement it has no width.
     */
    public static Optional<Interval> interval(Confusion<?> confusion, Weights weights, double level) {
        return kappa(confusion, weights) instanceof Measure.Of kappa
                ? Optional.of(Interval.around(
                        kappa.number(),
                        Normal.twoSided(level) * standardError(confusion, weights, kappa.number()),
                        -1,
                        1))
                : Optional.empty();
    }

    private static double standardError(Confusion<?> confusion, Weights weights, double kappa) {
        Shares shares = new Shares(confusion, weights);
        int k = shares.first.length;
        double chance = 1 - shares.expected;
        // The formula's last square is that of the terms' mean; spread around it, nothing is lost to rounding.
        double mean = kappa - chance * (1 - kappa);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double term = weights.of(i, j, k) - (shares.rowMean(i) + shares.columnMean(j)) * (1 - kappa);
                sum += confusion.count(i, j) / shares.n * (term - mean) * (term - mean);
            }
        }
        return Math.sqrt(sum / shares.n) / (1 - chance);
    }

    /** Disagreement there is, and by chance. */
    private static final class Shares {

        private final double n;
        private final double[] first;
        private final double[] second;
        private final Weights weights;
        private double observed;
        private double expected;

        Shares(Confusion<?> confusion, Weights weights) {
            int k = confusion.categories().size();
            this.n = confusion.total();
            this.weights = weights;
            this.first = new double[k];
            this.second = new double[k];
            for (int i = 0; i < k; i++) {
                first[i] = confusion.firstTotal(i) / n;
                second[i] = confusion.secondTotal(i) / n;
            }
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double miss = 1 - weights.of(i, j, k);
                    observed += miss * confusion.count(i, j) / n;
                    expected += miss * first[i] * second[j];
                }
            }
        }

        /** The mean weight that the first's category i has with what the second says. */
        double rowMean(int i) {
            double sum = 0;
            for (int j = 0; j < second.length; j++) {
                sum += weights.of(i, j, second.length) * second[j];
            }
            return sum;
        }

        double columnMean(int j) {
            double sum = 0;
            for (int i = 0; i < first.length; i++) {
                sum += weights.of(i, j, first.length) * first[i];
            }
            return sum;
        }
    }
}
