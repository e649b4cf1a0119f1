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
        return closure.call(value);
    }
}
