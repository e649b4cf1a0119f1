package fellowship.stats;

import java.util.Optional;

/**
 * One measured thing.
 *
 * @param name as people know it
 * @param by how the interval was made; empty where there is none
 */
public record Finding(String name, Measure value, Optional<Interval> interval, String by) {

    public static Finding of(String name, Measure value, Optional<Interval> interval, String by) {
        boolean known = value instanceof Measure.Of && interval.isPresent();
        return new Finding(name, value, known ? interval : Optional.empty(), known ? by : "");
    }
}
