package fellowship.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A parameter that a script declares with {@code @Param}.
 *
 * @param name as given with {@code -p name=value}
 * @param type its type's name in the script, for example {@code int} or {@code Path}
 * @param help one sentence
 * @param fallback the default as written; absent for a parameter that must be given
 * @param min least value, for numbers
 * @param max greatest value, for numbers
 * @param oneOf the values it may take; empty for any
 * @param at where it is declared
 */
public record Parameter(
        String name,
        String type,
        String help,
        Optional<String> fallback,
        OptionalDouble min,
        OptionalDouble max,
        List<String> oneOf,
        SourcePosition at) {

    public Parameter {
        oneOf = List.copyOf(oneOf);
    }
}
