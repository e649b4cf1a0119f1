package fellowship.model;

import java.time.Duration;

/**
 * When a call is tried again.
 *
 * @param tries most tries of one call that fails by a fault of its own, 1 or more
 * @param firstPause the pause before the second try; it doubles from try to try
 * @param longestPause the longest pause that we choose ourselves; a provider may ask for a longer one
 * @param refusals most tries of a call that is refused because too much was sent, which is not its fault
 * @param patience the longest that such a call is put off in all, or a call while its provider is down
 */
public record RetryPolicy(int tries, Duration firstPause, Duration longestPause, int refusals, Duration patience) {

    /** Four tries, from half a second to half a minute apart; refused calls are put off for up to ten minutes. */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30), 20, Duration.ofMinutes(10));

    public RetryPolicy {
        if (tries < 1 || refusals < 1) {
            throw new IllegalArgumentException("tries must be 1 or more, were " + tries + ", " + refusals);
        }
    }
}
