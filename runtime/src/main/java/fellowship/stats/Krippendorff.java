package fellowship.stats;

import java.util.Arrays;
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
        long[] totals = totals(ratings);
        double n = Arrays.stream(totals).sum();
        if (n == 0) {
            return Measure.absent("no item has two values");
        }
        if (Arrays.stream(totals).filter(total -> total > 0).count() < 2) {
            return Measure.absent("all values are the same, so agreement by chance would be whole too");
        }
        double[] values = dimension == Dimension.ORDINAL ? places(totals) : numbers;
        return Measure.of(
                1 - observed(ratings, values, dimension) / (expected(totals, n, values, dimension) / (n - 1)));
    }

    /** How often each category stands at items with two values or more. */
    private static long[] totals(Ratings<?> ratings) {
        long[] totals = new long[ratings.categories().size()];
        for (int item = 0; item < ratings.items().size(); item++) {
            int[] codes = ratings.codes(item);
            if (several(codes)) {
                for (int code : codes) {
                    if (code >= 0) {
                        totals[code]++;
                    }
                }
            }
        }
        return totals;
    }

    private static boolean several(int[] codes) {
        int n = 0;
        for (int code : codes) {
            n += code >= 0 ? 1 : 0;
        }
        return n >= 2;
    }

    /** Where each category stands among all values in order: the middle of its run. */
    private static double[] places(long[] totals) {
        double[] places = new double[totals.length];
        double below = 0;
        for (int c = 0; c < totals.length; c++) {
            places[c] = below + totals[c] / 2.0;
            below += totals[c];
        }
        return places;
    }

    /** The sum over items of all their pairs' differences, over one less than their values. */
    private static double observed(Ratings<?> ratings, double[] values, Dimension dimension) {
        double sum = 0;
        for (int item = 0; item < ratings.items().size(); item++) {
            int[] codes = ratings.codes(item);
            double own = 0;
            int n = 0;
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] >= 0) {
                    n++;
                    for (int j = 0; j < i; j++) {
                        own += codes[j] < 0 ? 0 : difference(codes[i], codes[j], values, dimension);
                    }
                }
            }
            sum += n < 2 ? 0 : 2 * own / (n - 1);
        }
        return sum;
    }

    /** The sum over all pairs of all values. Squares of distances need no pairs: they are 2 n Σ (value − mean)². */
    private static double expected(long[] totals, double n, double[] values, Dimension dimension) {
        double sum = 0;
        if (dimension == Dimension.RATIO) {
            for (int c = 0; c < totals.length; c++) {
                for (int other = 0; other < c && totals[c] > 0; other++) {
                    sum += 2.0 * totals[c] * totals[other] * difference(c, other, values, dimension);
                }
            }
            return sum;
        }
        if (dimension == Dimension.NOMINAL) {
            for (long total : totals) {
                sum += total * (n - total);
            }
            return sum;
        }
        double mean = 0;
        for (int c = 0; c < totals.length; c++) {
            mean += totals[c] / n * values[c];
        }
        for (int c = 0; c < totals.length; c++) {
            sum += totals[c] * (values[c] - mean) * (values[c] - mean);
        }
        return 2 * n * sum;
    }

    /** Squared. */
    private static double difference(int one, int other, double[] values, Dimension dimension) {
        if (one == other) {
            return 0;
        }
        double root =
                switch (dimension) {
                    case NOMINAL -> 1;
                    case ORDINAL, INTERVAL -> values[one] - values[other];
                    case RATIO -> (values[one] - values[other]) / (values[one] + values[other]);
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
