package fellowship.model;

import fellowship.seam.Time;
import java.time.Duration;

/**
 * How many further tries an account may send in all. As long as it is well, as many as its calls need. When too many of
 * them fail, a sixth of its calls or eighty; and then one now and then, up to a fifth or a hundred. A provider that
 * fails half of its calls is not helped by twice as many.
 */
final class RetryBudget {

    private static final long FREELY = 80;
    private static final int CALLS_PER_RETRY = 6;
    private static final long AT_MOST = 100;
    private static final int CALLS_PER_LAST_RETRY = 5;
    private static final Duration BETWEEN_LAST = Duration.ofSeconds(15);

    private final Time time;
    private long calls;
    private long retries;
    private Duration last = Duration.ZERO;

    RetryBudget(Time time) {
        this.time = time;
    }

    synchronized void called() {
        calls++;
    }

    /**
     * Whether one more try may be sent now; counts it.
     *
     * @param well whether nearly all calls are answered, so that further tries are few anyway
     */
    synchronized boolean take(boolean well) {
        Duration now = time.elapsed();
        boolean freely = well || retries < Math.max(FREELY, calls / CALLS_PER_RETRY);
        boolean rarely = retries < Math.max(AT_MOST, calls / CALLS_PER_LAST_RETRY)
                && now.minus(last).compareTo(BETWEEN_LAST) >= 0;
        if (!freely && !rarely) {
            return false;
        }
        retries++;
        last = now;
        return true;
    }
}
