package fellowship.dsl;

import groovy.lang.Closure;
import java.util.function.Predicate;

/**
 * A test that a script wrote as a closure.
 *
 * @param closure what was written; its text counts in the plan's fingerprint
 */
public record ClosureTest<V>(Closure<Boolean> closure) implements Predicate<V> {

    @Override
    public boolean test(V value) {
        Boolean holds = closure.call(value);
        if (holds == null) {
            throw new IllegalStateException("this test gave neither true nor false");
        }
        return holds;
    }
}
