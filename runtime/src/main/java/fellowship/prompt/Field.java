package fellowship.prompt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One field of a typed reply.
 *
 * @param name as the script's record has it
 * @param kind what it holds
 * @param min least number, for numbers
 * @param max greatest number, for numbers
 * @param options the values of a {@link Kind#CHOICE}, else empty
 * @param item what a {@link Kind#LIST} holds
 */
public record Field(
        String name, Kind kind, OptionalDouble min, OptionalDouble max, List<String> options, Optional<Kind> item) {

    /** The kinds of values that a reply may hold. */
    public enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        YES_NO,
        CHOICE,
        LIST
    }

    public Field {
        options = List.copyOf(options);
    }

    public static Field of(String name, Kind kind) {
        return new Field(name, kind, OptionalDouble.empty(), OptionalDouble.empty(), List.of(), Optional.empty());
    }

    public static Field choice(String name, List<String> options) {
        return new Field(name, Kind.CHOICE, OptionalDouble.empty(), OptionalDouble.empty(), options, Optional.empty());
    }

    public static Field decimal(String name, double min, double max) {
        return new Field(
                name, Kind.DECIMAL, OptionalDouble.of(min), OptionalDouble.of(max), List.of(), Optional.empty());
    }

    public boolean isNumber() {
        return kind == Kind.WHOLE || kind == Kind.DECIMAL;
    }
}
