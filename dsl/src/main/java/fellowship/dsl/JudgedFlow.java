package fellowship.dsl;

import fellowship.plan.Fate;
import groovy.lang.Closure;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rows with a verdict on two candidates: what {@code compare} makes.
 *
 * @param <T> the record that was read
 */
public interface JudgedFlow<T> extends Flow<Judged<T>>, Annotated<T>, Choosing<Judged<T>, JudgedFlow<T>> {

    /** Keeps the rows for which the test holds. */
    @Override
    default JudgedFlow<T> filter(
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Judged<T>") Closure<Boolean> test) {
        return filter(new ClosureTest<Judged<T>>(test));
    }

    /** The same for Java. */
    @Override
    JudgedFlow<T> filter(Predicate<? super Judged<T>> test);

    /** Keeps the rows for which the test holds: another word for {@code filter}. */
    @Override
    default JudgedFlow<T> where(
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Judged<T>") Closure<Boolean> test) {
        return filter(new ClosureTest<Judged<T>>(test));
    }

    /** The same for Java. */
    @Override
    default JudgedFlow<T> where(Predicate<? super Judged<T>> test) {
        return filter(test);
    }

    /** Makes rows of another record out of these; drafts and verdicts are left behind. */
    @Override
    default <R> RowFlow<R> map(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Judged<T>") Closure<R> function) {
        return map(type, new ClosureFunction<Judged<T>, R>(function));
    }

    /** Gives the last step a name, where no variable does. */
    @Override
    JudgedFlow<T> named(String name);

    /**
     * Leaves the rows whose judgments disagree most to people: {@code people(share: 0.2)}; they wait in a file until
     * somebody has filled in a verdict.
     */
    JudgedFlow<T> people(@NamedParams(@NamedParam(value = "share", type = Number.class)) Map<String, ?> options);

    /** The same for Java. */
    default JudgedFlow<T> people(double share) {
        return people(Map.of("share", share));
    }

    /** Makes a preference of the winner and the loser; ties and undecided rows make none. */
    default PairFlow<T> pairs() {
        return pairs(Map.of());
    }

    /** Makes a preference of the winner and the loser where the scores differ enough, {@code pairs(minGap: 2)}; {@code pairs(ties: keep)} leaves ties to unpaired data. */
    PairFlow<T> pairs(
            @NamedParams({
                        @NamedParam(value = "minGap", type = Number.class),
                        @NamedParam(value = "ties", type = Fate.class)
                    })
                    Map<String, ?> options);

    /**
     * Asks a better annotator again of the verdicts that are the least sure, the weakest share of all or those below a
     * strength: {@code escalate(share: 0.1, big)}, {@code escalate(below: 0.5, big)}.
     */
    JudgedFlow<T> escalate(
            @NamedParams({
                        @NamedParam(value = "share", type = Number.class),
                        @NamedParam(value = "below", type = Number.class)
                    })
                    Map<String, ?> which,
            Annotator annotator);
}
