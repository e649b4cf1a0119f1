package fellowship.simulator;

import java.time.Duration;
import java.util.List;

/** What a play came to. */
record Played(
        List<String> violations,
        int faults,
        int kills,
        int processes,
        int requests,
        int askedAgain,
        int mostRepeated,
        long windows,
        long billedMicros,
        long overshootMicros,
        long dearestMicros,
        long events,
        Duration virtual) {

    boolean good() {
        return violations.isEmpty();
    }
}
