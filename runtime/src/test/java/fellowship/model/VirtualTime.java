package fellowship.model;

import fellowship.seam.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Time that goes on only when a test says so. */
final class VirtualTime {

    final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    final Time time = new Time(scheduler, Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));

    double seconds() {
        return scheduler.now(TimeUnit.NANOSECONDS) / 1e9;
    }

    void advance(Duration by) {
        scheduler.advanceTimeBy(by);
    }

    void advanceSeconds(double by) {
        advance(Duration.ofNanos((long) (by * 1e9)));
    }
}
