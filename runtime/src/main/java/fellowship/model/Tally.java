package fellowship.model;

import java.util.Arrays;

/** How often something happened in the last ten seconds. Not thread-safe. */
final class Tally {

    /** Seconds that are remembered. */
    static final int SECONDS = 10;

    private static final long SECOND = 1_000_000_000L;

    private final long[] second = new long[SECONDS];
    private final int[] count = new int[SECONDS];

    void add(long now) {
        long current = now / SECOND;
        int slot = (int) Math.floorMod(current, (long) SECONDS);
        if (second[slot] != current) {
            second[slot] = current;
            count[slot] = 0;
        }
        count[slot]++;
    }

    /** How often in so many last seconds, the current one among them. */
    int last(int seconds, long now) {
        long current = now / SECOND;
        int sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            sum += current - second[i] < seconds ? count[i] : 0;
        }
        return sum;
    }

    void clear() {
        Arrays.fill(count, 0);
    }
}
