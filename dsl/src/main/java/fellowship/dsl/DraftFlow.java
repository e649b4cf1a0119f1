package fellowship.dsl;

import fellowship.plan.Fate;
import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows with drafts: what {@code generate} and {@code refine} make.
 *
 * @param <T> the record that was read
 */
public interface DraftFlow<T> extends Flow<Drafts<T>>, Annotated<T>, Choosing<Drafts<T>, DraftFlow<T>> {

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

    /** Makes several rows of another record out of each row: one for each record of the list that this gives. */
    @Override
    default <R> RowFlow<R> explode(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.Drafts<T>")
                    Closure<? extends Collection<? extends R>> function) {
        return explode(type, new ClosureFunction<Drafts<T>, Collection<? extends R>>(function));
    }

    /** Gives the last step a name, where no variable does. */
    @Override
    DraftFlow<T> named(String name);

    /** Scores each draft by a measure that asks no model: {@code measure('length') { words(it.text) }}. */
    default DraftFlow<T> measure(
            String name,
            @ClosureParams(value = FromString.class, options = "fellowship.dsl.DraftOf<T>")
                    Closure<? extends Number> measure) {
        return measure(name, new ClosureFunction<DraftOf<T>, Number>(measure));
    }

    /** The same for Java. */
    DraftFlow<T> measure(String name, Function<? super DraftOf<T>, ? extends Number> measure);

    /** Keeps one draft of each row: {@code choose(best)}, {@code worst}, {@code first}, {@code last} or {@code random}. */
    DraftFlow<T> choose(Pick pick);

    /** Has each agent review each draft once. */
    DraftFlow<T> review(Agent<?> reviewer, Agent<?>... more);

    /**
     * Has a writer revise each draft once, in the light of its reviews if there are any; the revisions come after the drafts
     * that are there.
     */
    DraftFlow<T> revise(Agent<?> writer);

    /** Has a judge or a jury score each draft on its own. */
    DraftFlow<T> score(Annotator annotator);

    /** Has a judge, a jury or a debate compare the two drafts of a row. */
    JudgedFlow<T> compare(Annotator annotator);

    /**
     * Has a judge put all drafts of a row in order, once for each place a draft can stand in; a draft's score is how
     * many others it beats, on the mean.
     */
    default DraftFlow<T> rank(Judge judge) {
        return rank(Map.of(), judge);
    }

    /** Has a judge put all drafts of a row in order, shown in this many orders: {@code rank(orders: 2, judge)}. */
    DraftFlow<T> rank(
            @NamedParams(@NamedParam(value = "orders", type = Number.class)) Map<String, ?> options, Judge judge);

    /** The same for Java. */
    default DraftFlow<T> rank(int orders, Judge judge) {
        return rank(Map.of("orders", orders), judge);
    }

    /**
     * Has a judge go through each draft step by step and say which steps are right; a draft's score is the share
     * before the first wrong one.
     */
    DraftFlow<T> verify(Judge judge);

    /** Makes a preference of two drafts of a row: the best one and the worst one. */
    default PairFlow<T> pairs() {
        return pairs(Map.of());
    }

    /**
     * Makes preferences of a row's drafts: {@code pairs(chosen: best, rejected: first, minGap: 1)}, {@code pairs(ranks: all)},
     * or with a column's text on one side, {@code pairs(chosen: 'human', rejected: random)}.
     */
    PairFlow<T> pairs(
            @NamedParams({
                        @NamedParam(value = "chosen", type = Object.class),
                        @NamedParam(value = "rejected", type = Object.class),
                        @NamedParam(value = "ranks", type = Ranks.class),
                        @NamedParam(value = "minGap", type = Number.class),
                        @NamedParam(value = "ties", type = Fate.class)
                    })
                    Map<String, ?> options);

    /** Takes drafts out that do not pass: {@code gates { residue(); whole(); secrets() }}. */
    default DraftFlow<T> gates(
            @DelegatesTo(value = GateSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return gates(Blocks.<GateSpec>of(block));
    }

    /** The same for Java. */
    DraftFlow<T> gates(Consumer<GateSpec> block);
}
