package fellowship.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Places in order of size. */
final class Ranks {

    private Ranks() {}

    /** From 1; equal numbers share the mean of the ranks that they would have. */
    static double[] of(double[] values) {
        int[] order = order(values);
        double[] ranks = new double[values.length];
        int begin = 0;
        while (begin < order.length) {
            int end = begin;
            while (end < order.length && values[order[end]] == values[order[begin]]) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                ranks[order[i]] = (begin + 1 + end) / 2.0;
            }
            begin = end;
        }
        return ranks;
    }

    /** The indexes from the least number to the greatest; equal ones as they stand. */
    static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Pairs that are equal in a sorted list. */
    static long tiedPairs(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long pairs = 0;
        long run = 0;
        for (int i = 1; i < sorted.length; i++) {
            run = sorted[i] == sorted[i - 1] ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }
}
