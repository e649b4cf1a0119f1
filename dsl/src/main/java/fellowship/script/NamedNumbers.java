package fellowship.script;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the numbers among a word's named arguments, each with its rule. */
final class NamedNumbers {

    private final String word;
    private final Map<String, ?> given;
    private final Origin origin;
    private final Problems problems;

    NamedNumbers(String word, Map<String, ?> given, Origin origin, Problems problems) {
        this.word = word;
        this.given = given;
        this.origin = origin;
        this.problems = problems;
    }

    /** A number of 0 or more. */
    OptionalDouble number(String name) {
        if (!given.containsKey(name)) {
            return OptionalDouble.empty();
        }
        if (given.get(name) instanceof Number number && number.doubleValue() >= 0) {
            return OptionalDouble.of(number.doubleValue());
        }
        return refuse(name, "must be 0 or more");
    }

    /** A number above this. */
    OptionalDouble above(String name, double bound) {
        if (!given.containsKey(name)) {
            return OptionalDouble.empty();
        }
        if (given.get(name) instanceof Number number
                && number.doubleValue() > bound
                && Double.isFinite(number.doubleValue())) {
            return OptionalDouble.of(number.doubleValue());
        }
        return refuse(name, "must be above " + (bound == Math.rint(bound) ? Long.toString((long) bound) : bound));
    }

    /** A whole number of at least {@code least}. */
    OptionalInt whole(String name, int least) {
        if (!given.containsKey(name)) {
            return OptionalInt.empty();
        }
        if (given.get(name) instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= Integer.MAX_VALUE) {
            return OptionalInt.of(number.intValue());
        }
        refuse(name, "must be a whole number of " + least + " or more");
        return OptionalInt.empty();
    }

    private OptionalDouble refuse(String name, String rule) {
        problems.error(origin.here(), "the " + name + " of " + word + " " + rule + ", was " + given.get(name));
        return OptionalDouble.empty();
    }
}
