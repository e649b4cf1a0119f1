package fellowship.dsl;

import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import groovy.lang.Closure;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rows with drafts: what {@code generate} and {@code refine} make.
 *
 * @param <T> the record that was read
 */
public interface DraftFlow<T> extends Flow<Drafts<T>> {

    /** Keeps the rows for which the test holds. */
    @Override
    default DraftFlow<T> filter(
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Drafts<T>") Closure<Boolean> test) {
        return filter(new ClosureTest<Drafts<T>>(test));
    }

    /** The same for Java. */
    @Override
    DraftFlow<T> filter(Predicate<? super Drafts<T>> test);

    /** Keeps the rows for which the test holds: another word for {@code filter}. */
    @Override
    default DraftFlow<T> where(
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Drafts<T>") Closure<Boolean> test) {
        return filter(new ClosureTest<Drafts<T>>(test));
    }

    /** The same for Java. */
    @Override
    default DraftFlow<T> where(Predicate<? super Drafts<T>> test) {
        return filter(test);
    }

    /** Makes rows of another record out of these; drafts and verdicts are left behind. */
    @Override
    default <R> RowFlow<R> map(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Drafts<T>") Closure<R> function) {
        return map(type, new ClosureFunction<Drafts<T>, R>(function));
    }

    /** Gives the last step a name, where no variable does. */
    @Override
    DraftFlow<T> named(String name);

    /** Has a judge score each draft on its own. */
    DraftFlow<T> score(Judge judge);

    /** Has a judge compare the two drafts of a row. */
    JudgedFlow<T> compare(Judge judge);

    /** Makes a preference of two drafts of a row: the best one and the worst one. */
    default PairFlow<T> pairs() {
        return pairs(Map.of());
    }

    /** Makes preferences of a row's drafts: {@code pairs(chosen: best, rejected: first, minGap: 1)} or {@code pairs(ranks: all)}. */
    PairFlow<T> pairs(
            @NamedParams({
                        @NamedParam(value = "chosen", type = Pick.class),
                        @NamedParam(value = "rejected", type = Pick.class),
                        @NamedParam(value = "ranks", type = Ranks.class),
                        @NamedParam(value = "minGap", type = Number.class)
                    })
                    Map<String, ?> options);
}
