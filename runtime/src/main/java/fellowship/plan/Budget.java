package fellowship.plan;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a run may spend. A cap is never passed.
 *
 * @param usd US dollars
 * @param calls model calls that are paid for; answers from the journal or the cache are free
 */
public record Budget(OptionalDouble usd, OptionalLong calls) {

    public static Budget none() {
        return new Budget(OptionalDouble.empty(), OptionalLong.empty());
    }

    public Budget {
        if (usd.isPresent() && !(usd.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("a budget must be 0 dollars or more, was " + usd.getAsDouble());
        }
        if (calls.isPresent() && calls.getAsLong() < 0) {
            throw new IllegalArgumentException("a budget must be 0 calls or more, was " + calls.getAsLong());
        }
    }
}
