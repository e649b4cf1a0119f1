package fellowship.model;

import fellowship.seam.Time;
import java.time.Duration;

/**
 * How many further tries an account may send in all: a fifth of its calls and a hundred. A provider that fails half
 * of its calls is not helped by twice as many. When a provider goes down, the calls that were in flight may be sent
 * again beyond that, once an hour, so that no row is lost to an outage.
 */
final class RetryBudget {

    private static final long ALWAYS = 100;
    private static final int CALLS_PER_RETRY = 5;
    private static final Duration BETWEEN_OUTAGES = Duration.ofHours(1);

    private final Time time;
    private long calls;
    private long retries;
    private long extra;
    private long lastOutage = Long.MIN_VALUE;

    RetryBudget(Time time) {
        this.time = time;
    }

    synchronized void called() {
        calls++;
    }

    /** Whether one more try may be sent; counts it. */
    synchronized boolean take() {
        if (retries >= ALWAYS + calls / CALLS_PER_RETRY + extra) {
            return false;
        }
        retries++;
        return true;
    }

    synchronized void outage(int inFlight) {
        long now = time.elapsed().toNanos();
        if (lastOutage == Long.MIN_VALUE || now - lastOutage >= BETWEEN_OUTAGES.toNanos()) {
            lastOutage = now;
            extra += inFlight;
        }
    }
}
