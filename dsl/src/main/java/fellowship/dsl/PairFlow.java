package fellowship.dsl;

import fellowship.plan.Fate;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Rows with a preference: what {@code pairs} makes.
 *
 * @param <T> the record that was read
 */
public interface PairFlow<T> extends Flow<Pair<T>>, Choosing<Pair<T>, PairFlow<T>> {

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

    /**
     * Says what becomes of the pairs whose label is the least sure, {@code drop}, {@code flip} or {@code soften}: the weakest
     * share of all, {@code weak(share: 0.1, flip)}, or those whose strength is below a bound, {@code weak(below: 0, drop)}.
     */
    PairFlow<T> weak(
            @NamedParams({
                        @NamedParam(value = "share", type = Number.class),
                        @NamedParam(value = "below", type = Number.class)
                    })
                    Map<String, ?> which,
            Fate fate);

    /** Says what becomes of pairs in which an answer refuses: {@code refusals(chosen: keep, rejected: drop)}; without it, a refusal is never chosen. */
    PairFlow<T> refusals(
            @NamedParams({
                        @NamedParam(value = "chosen", type = Fate.class),
                        @NamedParam(value = "rejected", type = Fate.class)
                    })
                    Map<String, ?> fates);

    /** Gives trainers a column {@code margin}: by how much the chosen answer is better; pairs without one are left out. */
    PairFlow<T> margins();

    /** Takes pairs out that do not pass: {@code gates { residue(); whole(); secrets() }}. */
    default PairFlow<T> gates(@DelegatesTo(value = GateSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return gates(Blocks.<GateSpec>of(block));
    }

    /** The same for Java. */
    PairFlow<T> gates(Consumer<GateSpec> block);
}
