package fellowship.dsl;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rows as they were read, or as {@code map} made them.
 *
 * @param <T> the record that was read
 */
public interface RowFlow<T> extends Flow<T>, Choosing<T, RowFlow<T>> {

    /** Keeps the rows for which the test holds. */
    @Override
    default RowFlow<T> filter(@ClosureParams(value = FromString.class, options = "T") Closure<Boolean> test) {
        return filter(new ClosureTest<T>(test));
    }

    /** The same for Java. */
    @Override
    RowFlow<T> filter(Predicate<? super T> test);

    /** Keeps the rows for which the test holds: another word for {@code filter}. */
    @Override
    default RowFlow<T> where(@ClosureParams(value = FromString.class, options = "T") Closure<Boolean> test) {
        return filter(new ClosureTest<T>(test));
    }

    /** The same for Java. */
    @Override
    default RowFlow<T> where(Predicate<? super T> test) {
        return filter(test);
    }

    /** Makes rows of another record out of these; drafts and verdicts are left behind. */
    @Override
    default <R> RowFlow<R> map(
            Class<R> type, @ClosureParams(value = FromString.class, options = "T") Closure<R> function) {
        return map(type, new ClosureFunction<T, R>(function));
    }

    /** Makes several rows of another record out of each row: one for each record of the list that this gives. */
    @Override
    default <R> RowFlow<R> explode(
            Class<R> type,
            @ClosureParams(value = FromString.class, options = "T")
                    Closure<? extends Collection<? extends R>> function) {
        return explode(type, new ClosureFunction<T, Collection<? extends R>>(function));
    }

    /** Gives the last step a name, where no variable does. */
    @Override
    RowFlow<T> named(String name);

    /**
     * Asks an agent of each row and makes rows of another record, whose columns are those of the row and the fields of the
     * reply; a reply in text fills the one column that the row has not.
     */
    default <R> RowFlow<R> ask(Class<R> type, Agent<?> agent) {
        return ask(Map.of(), type, agent);
    }

    /**
     * The same, asked this many times, each reply a row of its own, or with a reply in text into a named column:
     * {@code ask(samples: 5, Solved, solver)}, {@code ask(into: 'prompt', Task, rewriter)}.
     */
    <R> RowFlow<R> ask(
            @NamedParams({
                        @NamedParam(value = "samples", type = Number.class),
                        @NamedParam(value = "into", type = String.class)
                    })
                    Map<String, ?> options,
            Class<R> type,
            Agent<?> agent);

    /**
     * Makes of each row one with every combination of these values: {@code cross(Asked, age: [20, 60], gender: ['female',
     * 'male'])}; the record has the row's columns and these.
     */
    <R> RowFlow<R> cross(Map<String, ?> values, Class<R> type);

    /**
     * Joins each row with the rows of a file that have the same value in a column: {@code join(Both, New, 'new.jsonl', by:
     * 'id')}; rows that fit none are filtered, and the file, a million rows at most, is held in memory.
     */
    <R> RowFlow<R> join(
            @NamedParams(@NamedParam(value = "by", type = String.class)) Map<String, ?> options,
            Class<R> type,
            Class<?> other,
            String file);

    /** The same with a path, for example of a parameter. */
    default <R> RowFlow<R> join(
            @NamedParams(@NamedParam(value = "by", type = String.class)) Map<String, ?> options,
            Class<R> type,
            Class<?> other,
            Path file) {
        return join(options, type, other, file.toString());
    }

    /** Makes drafts of the texts of these columns, so that they can be judged and paired; of a list, one of each text. */
    DraftFlow<T> drafts(String column, String... more);

    /** Has each agent write an answer to every row. */
    default DraftFlow<T> generate(Agent<?> writer, Agent<?>... more) {
        return generate(Map.of(), writer, more);
    }

    /** Has each agent write this many answers to every row: {@code generate(samples: 4, writer)}. */
    default DraftFlow<T> generate(
            @NamedParams(@NamedParam(value = "samples", type = Number.class)) Map<String, ?> options,
            Agent<?> writer,
            Agent<?>... more) {
        return generate(
                options, Stream.concat(Stream.of(writer), Stream.of(more)).toList());
    }

    /** Has each agent of a list write an answer to every row: {@code generate([plain, vivid, terse])}. */
    default DraftFlow<T> generate(List<? extends Agent<?>> writers) {
        return generate(Map.of(), writers);
    }

    /** Has each agent of a list write this many answers to every row. */
    DraftFlow<T> generate(
            @NamedParams(@NamedParam(value = "samples", type = Number.class)) Map<String, ?> options,
            List<? extends Agent<?>> writers);

    /** The same for Java. */
    default DraftFlow<T> generate(int samples, Agent<?> writer, Agent<?>... more) {
        return generate(Map.of("samples", samples), writer, more);
    }

    /** Has a writer and a reviewer take turns: a draft, a review, a revision, a review, and so on. */
    default <R> DraftFlow<T> refine(
            Agent<?> writer,
            Agent<? extends R> reviewer,
            @DelegatesTo(type = "fellowship.dsl.RefineSpec<R>", strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return refine(writer, List.of(reviewer), Blocks.of(block));
    }

    /** The same for Java. */
    default <R> DraftFlow<T> refine(Agent<?> writer, Agent<R> reviewer, Consumer<RefineSpec<R>> block) {
        return refine(writer, List.of(reviewer), block);
    }

    /** Has a writer and two reviewers take turns: each draft is reviewed by both. */
    default <R> DraftFlow<T> refine(
            Agent<?> writer,
            Agent<? extends R> reviewer,
            Agent<? extends R> second,
            @DelegatesTo(type = "fellowship.dsl.RefineSpec<R>", strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return refine(writer, List.of(reviewer, second), Blocks.of(block));
    }

    /** Has a writer and three reviewers take turns: each draft is reviewed by all. */
    default <R> DraftFlow<T> refine(
            Agent<?> writer,
            Agent<? extends R> reviewer,
            Agent<? extends R> second,
            Agent<? extends R> third,
            @DelegatesTo(type = "fellowship.dsl.RefineSpec<R>", strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return refine(writer, List.of(reviewer, second, third), Blocks.of(block));
    }

    /** Has a writer and any number of reviewers take turns: {@code refine(writer, [strict, kind, terse, brief]) { … }}. */
    default <R> DraftFlow<T> refine(
            Agent<?> writer,
            List<? extends Agent<? extends R>> reviewers,
            @DelegatesTo(type = "fellowship.dsl.RefineSpec<R>", strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return refine(writer, reviewers, Blocks.of(block));
    }

    /** The same for Java. */
    <R> DraftFlow<T> refine(
            Agent<?> writer, List<? extends Agent<? extends R>> reviewers, Consumer<RefineSpec<R>> block);

    /** Has a judge, a jury or a debate compare the texts in columns {@code a} and {@code b}. */
    default JudgedFlow<T> compare(Annotator annotator) {
        return compare(annotator, "a", "b");
    }

    /** Has an annotator compare the texts in two columns: {@code compare(judge, 'left', 'right')}. */
    JudgedFlow<T> compare(Annotator annotator, String first, String second);

    /**
     * Has a judge or a jury score the text of each column on its own: {@code score(judge, 'answer')}; the texts
     * become drafts.
     */
    DraftFlow<T> score(Annotator annotator, String column, String... more);

    /**
     * Has a judge go through the text of each column step by step and say which steps are right:
     * {@code verify(judge, 'solution')}; the texts become drafts.
     */
    DraftFlow<T> verify(Judge judge, String column, String... more);

    /** Makes a preference of the texts in two columns, the better one first: {@code pairs(chosen: 'human', rejected: 'model')}. */
    PairFlow<T> pairs(
            @NamedParams({
                        @NamedParam(value = "chosen", type = Object.class),
                        @NamedParam(value = "rejected", type = Object.class)
                    })
                    Map<String, ?> columns);

    /** Takes rows out whose text in this column does not pass: {@code gates('prompt') { language 'en'; secrets() }}. */
    default RowFlow<T> gates(
            String column, @DelegatesTo(value = GateSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return gates(List.of(column), Blocks.<GateSpec>of(block));
    }

    /** Takes rows out of which a text in these columns does not pass: {@code gates(['prompt', 'answer']) { whole() }}. */
    default RowFlow<T> gates(
            List<String> columns,
            @DelegatesTo(value = GateSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return gates(columns, Blocks.<GateSpec>of(block));
    }

    /** The same for Java. */
    RowFlow<T> gates(List<String> columns, Consumer<GateSpec> block);
}
