package fellowship.model;

/** What came of the last calls: how many were sent lately and not refused, and how many were. Not thread-safe; the {@link Quota} guards it. */
final class Answers {

    /** Seconds over which the accepted rate is measured. */
    private static final int SECONDS = 3;

    private static final int IN_A_ROW = 4;
    private static final int IN_64 = 8;

    private final long[] second = new long[SECONDS];
    private final int[] taken = new int[SECONDS];
    private long last64;
    private int inARow;

    void sent(long now) {
        taken[slot(now)]++;
    }

    void accepted() {
        last64 <<= 1;
        inARow = 0;
    }

    void refused(long now) {
        taken[slot(now)]--;
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

    /** Calls a second that were sent lately and not refused. */
    double rate(long now) {
        long newest = now / 1_000_000_000L;
        int sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            sum += newest - second[i] < SECONDS ? taken[i] : 0;
        }
        return Math.max(0, sum) / (double) SECONDS;
    }

    private int slot(long now) {
        long current = now / 1_000_000_000L;
        int slot = (int) Math.floorMod(current, (long) SECONDS);
        if (second[slot] != current) {
            second[slot] = current;
            taken[slot] = 0;
        }
        return slot;
    }
}
