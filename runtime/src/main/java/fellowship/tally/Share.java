package fellowship.tally;

import fellowship.stats.Interval;
import fellowship.stats.Wilson;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * So many of so many.
 *
 * @param hits from 0 up to {@code of}
 * @param of 0 or more
 * @param design what groups of units do to the variance, see {@link fellowship.stats.DesignEffect}; 1 for independent ones
 */
public record Share(long hits, long of, double design) {

    public Share(long hits, long of) {
        this(hits, of, 1);
    }

    public Share {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
    }

    /** From 0 to 1; absent of nothing. */
    public OptionalDouble rate() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
    }

    /** Wilson's, at 95 %, with as many units as independent ones would tell as much; absent of nothing. */
    public Optional<Interval> interval() {
        return of == 0 ? Optional.empty() : Optional.of(Wilson.of(hits, of, design, 0.95));
    }
}
