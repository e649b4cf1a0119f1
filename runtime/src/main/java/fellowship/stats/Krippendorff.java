package fellowship.stats;

import java.util.List;

/**
 * Krippendorff's α = 1 − D_o / D_e for any number of annotators with missing values: D_o is the mean squared difference of
 * the values that stand together at an item, D_e that of all values put together at random. At most 1; 0 is chance.
 *
 * <p>Items with one value tell nothing and are left out, before anything else is counted. Ordinal differences go by how
 * many values lie between two categories, interval ones by c − k, ratio ones by (c − k) / (c + k).
 *
 * <p>Absent where no item has two values, where all values are the same, and for numbers' dimensions where values are
 * labels, or below 0 for ratios. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
 */
public final class Krippendorff {

    private Krippendorff() {}

    public static Measure alpha(Ratings<?> ratings, Dimension dimension) {
        double[] numbers = numbers(ratings.categories());
        if (dimension == Dimension.INTERVAL || dimension == Dimension.RATIO) {
            if (numbers.length < ratings.categories().size()) {
                return Measure.absent("labels have no distances");
            }
            if (dimension == Dimension.RATIO && numbers.length > 0 && numbers[0] < 0) {
                return Measure.absent("a ratio has no values below 0");
            }
        }
        return alpha(ratings.counts(), ratings.categories().size(), numbers, dimension);
    }

    private static Measure alpha(int[][] counts, int k, double[] numbers, Dimension dimension) {
        double[][] together = new double[k][k];
        double[] totals = new double[k];
        double n = 0;
        for (int[] row : counts) {
            double ratings = 0;
            for (int count : row) {
                ratings += count;
            }
            if (ratings < 2) {
                continue;
            }
            n += ratings;
            for (int c = 0; c < k; c++) {
                if (row[c] == 0) {
                    continue;
                }
                totals[c] += row[c];
                for (int other = 0; other < k; other++) {
                    together[c][other] += row[c] * (double) (row[other] - (other == c ? 1 : 0)) / (ratings - 1);
                }
            }
        }
        if (n == 0) {
            return Measure.absent("no item has two values");
        }
        double observed = 0;
        double expected = 0;
        double[] below = below(totals);
        for (int c = 0; c < k; c++) {
            for (int other = 0; other < k; other++) {
                double difference = difference(c, other, totals, below, numbers, dimension);
                observed += together[c][other] * difference;
                expected += totals[c] * totals[other] * difference / (n - 1);
            }
        }
        return expected == 0
                ? Measure.absent("all values are the same, so agreement by chance would be whole too")
                : Measure.of(1 - observed / expected);
    }

    private static double[] below(double[] totals) {
        double[] below = new double[totals.length];
        for (int c = 1; c < totals.length; c++) {
            below[c] = below[c - 1] + totals[c - 1];
        }
        return below;
    }

    /** Squared. */
    private static double difference(
            int one, int other, double[] totals, double[] below, double[] numbers, Dimension dimension) {
        if (one == other) {
            return 0;
        }
        double root =
                switch (dimension) {
                    case NOMINAL -> 1;
                    case ORDINAL -> below[other] + totals[other] / 2 - below[one] - totals[one] / 2;
                    case INTERVAL -> numbers[one] - numbers[other];
                    case RATIO -> (numbers[one] - numbers[other]) / (numbers[one] + numbers[other]);
                };
        return root * root;
    }

    /** The categories as numbers; shorter where some are none. */
    private static double[] numbers(List<?> categories) {
        return categories.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(category -> ((Number) category).doubleValue())
                .toArray();
    }
}
