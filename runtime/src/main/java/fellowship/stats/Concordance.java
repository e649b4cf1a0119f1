package fellowship.stats;

import java.util.Arrays;

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
        int[] ones = Ranks.dense(first);
        int[] others = Ranks.dense(second);
        long[] keys = new long[n];
        Arrays.setAll(keys, i -> (long) ones[i] << 32 | others[i]);
        Arrays.sort(keys);
        int[] inOrder = new int[n];
        Arrays.setAll(inOrder, i -> (int) keys[i]);
        long tiedBoth = 0;
        long run = 0;
        for (int i = 1; i < n; i++) {
            run = keys[i] == keys[i - 1] ? run + 1 : 0;
            tiedBoth += run;
        }
        long discordant = exchanges(inOrder, new int[n], 0, n);
        long pairs = (long) n * (n - 1) / 2;
        long tiedFirst = tied(ones);
        long tiedSecond = tied(others);
        long excess = pairs - tiedFirst - tiedSecond + tiedBoth - 2 * discordant;
        double tau = excess / Math.sqrt((double) (pairs - tiedFirst) * (pairs - tiedSecond));
        return Math.max(-1, Math.min(1, tau));
    }

    private static long tied(int[] dense) {
        long[] counts = new long[dense.length];
        long pairs = 0;
        for (int place : dense) {
            pairs += counts[place]++;
        }
        return pairs;
    }

    /** Sorts the part and tells how many pairs stood the wrong way round. */
    private static long exchanges(int[] values, int[] spare, int from, int to) {
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
