package fellowship.dsl;

import groovy.lang.Closure;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows on their way. Nothing flows while a script is evaluated: each word adds one step to the plan.
 *
 * @param <V> what the closures of {@code filter}, {@code where} and {@code map} see of a row
 */
public interface Flow<V> {

    /** Keeps the rows for which the test holds. */
    default Flow<V> filter(@ClosureParams(value = FromString.class, options = "V") Closure<Boolean> test) {
        return filter(new ClosureTest<V>(test));
    }

    /** The same for Java. */
    Flow<V> filter(Predicate<? super V> test);

    /** Keeps the rows for which the test holds: another word for {@code filter}. */
    default Flow<V> where(@ClosureParams(value = FromString.class, options = "V") Closure<Boolean> test) {
        return filter(new ClosureTest<V>(test));
    }

    /** The same for Java. */
    default Flow<V> where(Predicate<? super V> test) {
        return filter(test);
    }

    /** Makes rows of another record out of these; drafts and verdicts are left behind. */
    default <R> RowFlow<R> map(
            Class<R> type, @ClosureParams(value = FromString.class, options = "V") Closure<R> function) {
        return map(type, new ClosureFunction<V, R>(function));
    }

    /** The same for Java. */
    <R> RowFlow<R> map(Class<R> type, Function<? super V, ? extends R> function);

    /** Makes several rows of another record out of each row: one for each record of the list that this gives. */
    default <R> RowFlow<R> explode(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "V")
                    Closure<? extends Collection<? extends R>> function) {
        return explode(type, new ClosureFunction<V, Collection<? extends R>>(function));
    }

    /** The same for Java. */
    <R> RowFlow<R> explode(Class<R> type, Function<? super V, ? extends Collection<? extends R>> function);

    /** Gives the last step a name, where no variable does. */
    Flow<V> named(String name);

    /** Writes the rows as a data set. */
    void into(Output output);
}
