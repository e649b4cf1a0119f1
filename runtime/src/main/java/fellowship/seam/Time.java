package fellowship.seam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/**
 * The two kinds of time. Waiting and deadlines follow the scheduler, whose time only goes forward (and is virtual in
 * tests); the wall clock is for dates that people read and providers send.
 *
 * @param scheduler runs every timer of a run
 * @param clock the date
 */
public record Time(Scheduler scheduler, Clock clock) {

    /** Time since some fixed moment; never goes back. */
    public Duration elapsed() {
        return Duration.ofNanos(scheduler.now(TimeUnit.NANOSECONDS));
    }

    public Instant now() {
        return clock.instant();
    }
}
