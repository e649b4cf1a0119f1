package fellowship.dsl;

import groovy.lang.Closure;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * Rows with a preference: what {@code pairs} makes.
 *
 * @param <T> the record that was read
 */
public interface PairFlow<T> extends Flow<Pair<T>> {

    /** Keeps the rows for which the test holds. */
    @Override
    default PairFlow<T> filter(
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Pair<T>") Closure<Boolean> test) {
        return filter(new ClosureTest<Pair<T>>(test));
    }

    /** The same for Java. */
    @Override
    PairFlow<T> filter(Predicate<? super Pair<T>> test);

    /** Keeps the rows for which the test holds: another word for {@code filter}. */
    @Override
    default PairFlow<T> where(
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Pair<T>") Closure<Boolean> test) {
        return filter(new ClosureTest<Pair<T>>(test));
    }

    /** The same for Java. */
    @Override
    default PairFlow<T> where(Predicate<? super Pair<T>> test) {
        return filter(test);
    }

    /** Makes rows of another record out of these; drafts and verdicts are left behind. */
    @Override
    default <R> RowFlow<R> map(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Pair<T>") Closure<R> function) {
        return map(type, new ClosureFunction<Pair<T>, R>(function));
    }

    /** Makes several rows of another record out of each row: one for each record of the list that this gives. */
    @Override
    default <R> RowFlow<R> explode(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Pair<T>")
                    Closure<? extends Collection<? extends R>> function) {
        return explode(type, new ClosureFunction<Pair<T>, Collection<? extends R>>(function));
    }

    /** Gives the last step a name, where no variable does. */
    @Override
    PairFlow<T> named(String name);
}
