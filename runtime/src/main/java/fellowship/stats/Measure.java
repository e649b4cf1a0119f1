package fellowship.stats;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A measured number, or why there is none. */
public sealed interface Measure {

    /**
     * A number.
     *
     * @param number finite
     */
    record Of(double number) implements Measure {
        public Of {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a measure is finite, not " + number);
            }
        }
    }

    /**
     * None.
     *
     * @param why half a sentence for people, as "there are no items"
     */
    record Absent(String why) implements Measure {}

    static Measure of(double number) {
        return new Of(number);
    }

    static Measure absent(String why) {
        return new Absent(why);
    }

    /** The number where there is one. */
    default OptionalDouble value() {
        return this instanceof Of of ? OptionalDouble.of(of.number()) : OptionalDouble.empty();
    }

    /** Why there is no number; empty where there is one. */
    default String why() {
        return this instanceof Absent absent ? absent.why() : "";
    }

    /** The same absence, or the number changed. */
    default Measure map(DoubleUnaryOperator change) {
        return this instanceof Of of ? of(change.applyAsDouble(of.number())) : this;
    }
}
