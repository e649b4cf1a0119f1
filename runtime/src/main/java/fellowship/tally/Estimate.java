package fellowship.tally;

import fellowship.stats.Interval;
import fellowship.stats.Measure;
import java.util.Optional;

/**
 * A measured number with how sure it is.
 *
 * @param value the number, or why there is none
 * @param interval at 95 %, where there is one
 * @param items how many it rests on
 */
public record Estimate(Measure value, Optional<Interval> interval, long items) {

    static Estimate absent(String why, long items) {
        return new Estimate(Measure.absent(why), Optional.empty(), items);
    }
}
