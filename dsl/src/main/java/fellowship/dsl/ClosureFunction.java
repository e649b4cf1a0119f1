package fellowship.dsl;

import groovy.lang.Closure;
import java.util.function.Function;

/**
 * A function that a script wrote as a closure.
 *
 * @param closure what was written; its text counts in the plan's fingerprint
 */
public record ClosureFunction<V, R>(Closure<? extends R> closure) implements Function<V, R> {

    @Override
    public R apply(V value) {
        return closure.call(value);
    }
}
