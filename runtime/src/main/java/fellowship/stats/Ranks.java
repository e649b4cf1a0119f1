package fellowship.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Places in order of size. */
final class Ranks {

    private Ranks() {}

    /** From 1; equal numbers share the mean of the ranks that they would have. */
    static double[] of(double[] values) {
        double[] sorted = sorted(values);
        int[] ends = new int[sorted.length];
        for (int i = sorted.length - 1; i >= 0; i--) {
            ends[i] = i + 1 < sorted.length && sorted[i + 1] == sorted[i] ? ends[i + 1] : i + 1;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            int begin = first(sorted, values[i]);
            ranks[i] = (begin + 1 + ends[begin]) / 2.0;
        }
        return ranks;
    }

    /** For each number, how many distinct ones are less. */
    static int[] dense(double[] values) {
        double[] sorted = sorted(values);
        int[] less = new int[sorted.length];
        for (int i = 1; i < sorted.length; i++) {
            less[i] = less[i - 1] + (sorted[i] == sorted[i - 1] ? 0 : 1);
        }
        int[] dense = new int[values.length];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = less[first(sorted, values[i])];
        }
        return dense;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            // −0 and 0 are equal, but not to a sort.
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The indexes from the least number to the greatest; equal ones as they stand. */
    static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
