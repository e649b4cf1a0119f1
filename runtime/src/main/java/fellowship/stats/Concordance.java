package fellowship.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Pairs of items by the order that two lists put them in: Knight's way, which sorts once and counts exchanges. */
final class Concordance {

    private final double[] first;
    private final double[] second;

    Concordance(double[] first, double[] second) {
        this.first = first;
        this.second = second;
    }

    /** For lists that both vary. */
    double tau() {
        int n = first.length;
        double[] inOrder = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> first[i]).thenComparingDouble(i -> second[i]))
                .mapToDouble(i -> second[i])
                .toArray();
        long discordant = exchanges(inOrder, new double[n], 0, n);
        long pairs = (long) n * (n - 1) / 2;
        long tiedFirst = Ranks.tiedPairs(first);
        long tiedSecond = Ranks.tiedPairs(second);
        long excess = pairs - tiedFirst - tiedSecond + tiedBoth() - 2 * discordant;
        double tau = excess / Math.sqrt((double) (pairs - tiedFirst) * (pairs - tiedSecond));
        return Math.max(-1, Math.min(1, tau));
    }

    private long tiedBoth() {
        int[] order = IntStream.range(0, first.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> first[i]).thenComparingDouble(i -> second[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        long pairs = 0;
        long run = 0;
        for (int i = 1; i < order.length; i++) {
            int a = order[i - 1];
            int b = order[i];
            run = first[a] == first[b] && second[a] == second[b] ? run + 1 : 0;
            pairs += run;
        }
        return pairs;
    }

    /** Sorts the part and tells how many pairs stood the wrong way round. */
    private static long exchanges(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = exchanges(values, spare, from, middle) + exchanges(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || left < middle && values[left] <= values[right]) {
                spare[i] = values[left++];
            } else {
                spare[i] = values[right++];
                count += middle - left;
            }
        }
        System.arraycopy(spare, from, values, from, to - from);
        return count;
    }
}
