package fellowship.model;

import fellowship.seam.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The scheduler's time as a clock, for libraries that measure waits by a clock: it never goes back. */
final class SchedulerClock extends Clock {

    private final Time time;

    SchedulerClock(Time time) {
        this.time = time;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(time.elapsed());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
