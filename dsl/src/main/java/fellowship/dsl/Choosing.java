package fellowship.dsl;

import groovy.lang.Closure;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Map;
import java.util.function.Function;

/**
 * The words that choose among rows, whatever they carry.
 *
 * @param <V> what closures see of a row
 * @param <F> the rows that stay
 */
public interface Choosing<V, F> {

    /** Keeps the first of all rows for which this is equal: {@code dedupe { it.prompt }}. */
    default F dedupe(@ClosureParams(value = FromString.class, options = "V") Closure<?> key) {
        return dedupe(Map.of(), new ClosureFunction<V, Object>(key));
    }

    /**
     * Keeps the first of all rows for which this text is nearly equal, from a similarity above 0, up to 1:
     * {@code dedupe(near: 0.8) { it.prompt }}.
     */
    default F dedupe(
            @NamedParams(@NamedParam(value = "near", type = Number.class)) Map<String, ?> options,
            @ClosureParams(value = FromString.class, options = "V") Closure<?> key) {
        return dedupe(options, new ClosureFunction<V, Object>(key));
    }

    /** The same for Java. */
    F dedupe(Map<String, ?> options, Function<? super V, ?> key);

    /** Keeps this many rows, drawn from the seed: {@code sample 100}. */
    default F sample(int count) {
        return sample(Map.of("count", count));
    }

    /** Keeps each row with this chance, drawn from the seed: {@code sample(share: 0.1)}. */
    F sample(@NamedParams(@NamedParam(value = "share", type = Number.class)) Map<String, ?> options);

    /**
     * Takes rows in the order of the input until a data set has this many, and reads no more: {@code until(accepted: 100)}; put it
     * last.
     */
    F until(@NamedParams(@NamedParam(value = "accepted", type = Number.class)) Map<String, ?> options);

    /**
     * Takes rows until a data set has this many for each value; reading ends where it is said how many values there are:
     * {@code until(accepted: 50, strata: 4) { it.task.topic }}.
     */
    default F until(
            @NamedParams({
                        @NamedParam(value = "accepted", type = Number.class),
                        @NamedParam(value = "strata", type = Number.class)
                    })
                    Map<String, ?> options,
            @ClosureParams(value = FromString.class, options = "V") Closure<?> each) {
        return until(options, new ClosureFunction<V, Object>(each));
    }

    /** The same for Java. */
    F until(Map<String, ?> options, Function<? super V, ?> each);
}
