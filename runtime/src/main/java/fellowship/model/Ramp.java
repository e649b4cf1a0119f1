package fellowship.model;

/**
 * How many calls may be in flight while nobody knows yet what the provider takes: a handful at once, twice as many
 * after each interval without an answer, all of them after the first one. A handful does no harm where the limit is
 * low, and costs one round trip where there is none. Not thread-safe; the {@link Quota} guards it.
 */
final class Ramp {

    private final int most;
    private int first;
    private long startedAt = -1;
    private long doubling;
    private boolean open;

    Ramp(int first, int most, boolean open) {
        this.first = Math.min(first, most);
        this.most = most;
        this.doubling = 1_000_000_000L;
        this.open = open;
    }

    void open() {
        open = true;
    }

    /** Begins anew, from fewer calls. */
    void restart(int calls, long doublingNanos) {
        open = false;
        first = Math.min(calls, most);
        doubling = doublingNanos;
        startedAt = -1;
    }

    int most() {
        return most;
    }

    /** Nanoseconds until one more call may be in flight; {@link Long#MAX_VALUE}: when one has ended. */
    long wait(int inFlight, long now) {
        if (inFlight >= most) {
            return Long.MAX_VALUE;
        }
        if (open || inFlight < first) {
            return 0;
        }
        if (startedAt < 0) {
            startedAt = now;
        }
        double doublings = Math.log((inFlight + 1) / (double) first) / Math.log(2);
        return Math.max(0, startedAt + (long) (doublings * doubling) - now);
    }
}
