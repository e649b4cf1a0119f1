package fellowship.dsl;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The words at the top of a script. */
public interface WorkflowSpec extends PromptFiles {

    /** Says in a sentence what the workflow is for. */
    void about(String text);

    /** Caps what a run may spend, in US dollars, in paid model calls, or both: {@code budget usd: 5, calls: 20_000}. */
    void budget(
            @NamedParams({
                        @NamedParam(value = "usd", type = Number.class),
                        @NamedParam(value = "calls", type = Number.class)
                    })
                    Map<String, ?> caps);

    /** Says where all chance comes from; without it, 0. */
    void seed(long number);

    /** Declares an agent that replies in text. */
    default Agent<String> agent(
            String name, @DelegatesTo(value = AgentSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return agent(name, String.class, Blocks.of(block));
    }

    /** Declares an agent that replies with a record; its fields are the reply's JSON schema. */
    default <R> Agent<R> agent(
            String name,
            Class<R> reply,
            @DelegatesTo(value = AgentSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return agent(name, reply, Blocks.of(block));
    }

    /** The same for Java. */
    default Agent<String> agent(String name, Consumer<AgentSpec> block) {
        return agent(name, String.class, block);
    }

    /** The same for Java. */
    <R> Agent<R> agent(String name, Class<R> reply, Consumer<AgentSpec> block);

    /** Declares a judge: a model that scores, compares, ranks or verifies answers. */
    default Judge judge(
            String name, @DelegatesTo(value = JudgeSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return judge(name, Blocks.of(block));
    }

    /** The same for Java. */
    Judge judge(String name, Consumer<JudgeSpec> block);

    /** Declares a jury: judges that are asked independently, and a rule that settles their votes. */
    default Jury jury(
            String name, @DelegatesTo(value = JurySpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return jury(name, Blocks.of(block));
    }

    /** The same for Java. */
    Jury jury(String name, Consumer<JurySpec> block);

    /** Declares a debate: judges with personas that talk in rounds before they decide. */
    default Debate debate(
            String name, @DelegatesTo(value = DebateSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return debate(name, Blocks.of(block));
    }

    /** The same for Java. */
    Debate debate(String name, Consumer<DebateSpec> block);

    /** Declares a discussion: a debate of two that begins with the first vote of each and ends when they agree. */
    default Debate discussion(
            String name,
            @DelegatesTo(value = DiscussionSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return discussion(name, Blocks.of(block));
    }

    /** The same for Java. */
    Debate discussion(String name, Consumer<DiscussionSpec> block);

    /** Reads rows from JSONL or CSV files; {@code '-'} is standard input. */
    <T> RowFlow<T> read(Class<T> type, String file, String... more);

    /** Reads rows from JSONL or CSV files. */
    <T> RowFlow<T> read(Class<T> type, Path path, Path... more);

    /**
     * Holds what annotators say of the same rows against each other, or against people's labels: verdicts, or drafts
     * with scores.
     */
    default <T> void agreement(
            String name,
            List<? extends Annotated<? extends T>> rows,
            @DelegatesTo(type = "fellowship.dsl.AgreementSpec<T>", strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        agreement(name, rows, Blocks.of(block));
    }

    /** The same for one annotator, to be held against people's labels. */
    default <T> void agreement(
            String name,
            Annotated<T> rows,
            @DelegatesTo(type = "fellowship.dsl.AgreementSpec<T>", strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        agreement(name, List.of(rows), Blocks.of(block));
    }

    /** Holds what annotators say of the same rows against each other, by every measure that applies. */
    default void agreement(String name, List<? extends Annotated<?>> rows) {
        agreement(name, rows, (AgreementSpec<Object> nothing) -> {});
    }

    /** The same for Java. */
    <T> void agreement(String name, List<? extends Annotated<? extends T>> rows, Consumer<AgreementSpec<T>> block);

    /**
     * Builds on a template, by its name, {@code 'name@version'} or path: its steps become steps of this script, and the rows
     * of each of its data sets can be gone on with.
     */
    default Included include(
            String template,
            @DelegatesTo(value = IncludeSpec.class, strategy = Closure.DELEGATE_ONLY) Closure<?> block) {
        return include(template, Blocks.<IncludeSpec>of(block));
    }

    /** The same for Java. */
    Included include(String template, Consumer<IncludeSpec> block);

    /** Names a preference data set: prompt, chosen, rejected. */
    Output dpo(String name);

    /** Names an unpaired preference data set: prompt, completion, label. */
    Output kto(String name);

    /** Names an unpaired preference data set where a score makes a draft desirable: {@code kto('name', atLeast: 7)}. */
    Output kto(@NamedParams(@NamedParam(value = "atLeast", type = Number.class)) Map<String, ?> options, String name);

    /** The same for Java. */
    default Output kto(String name, double atLeast) {
        return kto(Map.of("atLeast", atLeast), name);
    }

    /** Names a data set of what reviewers said of drafts. */
    Output critiques(String name);

    /** Names a prompt-completion data set. */
    Output sft(String name);

    /** Names a file of the rows as they are, with all that the steps added. */
    Output jsonl(String name);

    /**
     * Names a file of rows with a table beside it: for each value of these columns how many rows there are, and of every other
     * column of numbers or booleans the mean, the spread, the least and the most: {@code jsonl('said', by: ['age', 'gender'])}.
     */
    Output jsonl(@NamedParams(@NamedParam(value = "by", type = Object.class)) Map<String, ?> options, String name);
}
