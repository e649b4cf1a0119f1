package fellowship.model;

/** What came of the last calls: how many were accepted lately, and how many refused. Not thread-safe; the {@link Quota} guards it. */
final class Answers {

    /** Seconds over which the accepted rate is measured. */
    private static final int SECONDS = 3;

    private static final int IN_A_ROW = 4;
    private static final int IN_64 = 8;

    private final long[] second = new long[SECONDS];
    private final int[] accepted = new int[SECONDS];
    private long last64;
    private int inARow;

    void accepted(long now) {
        last64 <<= 1;
        inARow = 0;
        int slot = slot(now);
        accepted[slot]++;
    }

    void refused() {
        last64 = last64 << 1 | 1;
        inARow++;
    }

    /**
     * Whether so much is refused that it must be the account's rate. A refusal here and there is not: providers drop
     * some calls on a whim, and a rate that is cut for each of those never recovers.
     */
    boolean manyRefused() {
        return inARow >= IN_A_ROW || Long.bitCount(last64) >= IN_64;
    }

    int refusedInARow() {
        return inARow;
    }

    void forget() {
        last64 = 0;
    }

    /** Accepted calls a second, lately. */
    double rate(long now) {
        long newest = now / 1_000_000_000L;
        int sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            sum += newest - second[i] < SECONDS ? accepted[i] : 0;
        }
        return sum / (double) SECONDS;
    }

    private int slot(long now) {
        long current = now / 1_000_000_000L;
        int slot = (int) Math.floorMod(current, (long) SECONDS);
        if (second[slot] != current) {
            second[slot] = current;
            accepted[slot] = 0;
        }
        return slot;
    }
}
