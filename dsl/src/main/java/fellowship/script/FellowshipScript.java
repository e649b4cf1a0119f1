package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.AgentSpec;
import fellowship.dsl.AgreementSpec;
import fellowship.dsl.Annotated;
import fellowship.dsl.Debate;
import fellowship.dsl.DebateSpec;
import fellowship.dsl.DiscussionSpec;
import fellowship.dsl.IncludeSpec;
import fellowship.dsl.Included;
import fellowship.dsl.Judge;
import fellowship.dsl.JudgeSpec;
import fellowship.dsl.Jury;
import fellowship.dsl.JurySpec;
import fellowship.dsl.Output;
import fellowship.dsl.RowFlow;
import fellowship.dsl.WorkflowSpec;
import groovy.lang.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every script extends: its top-level words, each handed on to the builder of this evaluation. */
public abstract class FellowshipScript extends Script implements WorkflowSpec {

    private @Nullable PlanBuilder plan;
    private Map<String, Object> parameters = Map.of();

    final void attach(PlanBuilder builder, Map<String, Object> values) {
        this.plan = builder;
        this.parameters = values;
    }

    private PlanBuilder plan() {
        if (plan == null) {
            throw new IllegalStateException("a script runs with fellowship, not on its own");
        }
        return plan;
    }

    /** The value of a parameter; written by the compiler in the place of a parameter's default. */
    public final <V> V $param(String name, Class<V> type) {
        return type.cast(Objects.requireNonNull(parameters.get(name), name));
    }

    /** Names a step after its variable; written by the compiler after each declaration. */
    public final void $named(String name, Object value) {
        if (value instanceof BuiltFlow<?> flow) {
            flow.node.name(name);
        }
    }

    @Override
    public final void about(String text) {
        plan().about(text);
    }

    @Override
    public final void budget(Map<String, ?> caps) {
        plan().budget(caps);
    }

    @Override
    public final void seed(long number) {
        plan().seed(number);
    }

    @Override
    public final String file(String path) {
        return plan().file(path);
    }

    @Override
    public final <R> Agent<R> agent(String name, Class<R> reply, Consumer<AgentSpec> block) {
        return plan().agent(name, reply, block);
    }

    @Override
    public final Judge judge(String name, Consumer<JudgeSpec> block) {
        return plan().judge(name, block);
    }

    @Override
    public final Jury jury(String name, Consumer<JurySpec> block) {
        return plan().jury(name, block);
    }

    @Override
    public final Debate debate(String name, Consumer<DebateSpec> block) {
        return plan().debate(name, block);
    }

    @Override
    public final Debate discussion(String name, Consumer<DiscussionSpec> block) {
        return plan().discussion(name, block);
    }

    @Override
    public final <T> void agreement(
            String name, List<? extends Annotated<? extends T>> rows, Consumer<AgreementSpec<T>> block) {
        plan().agreement(name, rows, block);
    }

    @Override
    public final <T> RowFlow<T> read(Class<T> type, String file, String... more) {
        return plan().read(type, file, more);
    }

    @Override
    public final <T> RowFlow<T> read(Class<T> type, Path file, Path... more) {
        return plan().read(type, file, more);
    }

    @Override
    public final Included include(String template, Consumer<IncludeSpec> block) {
        return plan().include(template, block);
    }

    @Override
    public final Output dpo(String name) {
        return plan().dpo(name);
    }

    @Override
    public final Output kto(String name) {
        return plan().kto(name);
    }

    @Override
    public final Output kto(Map<String, ?> options, String name) {
        return plan().kto(options, name);
    }

    @Override
    public final Output critiques(String name) {
        return plan().critiques(name);
    }

    @Override
    public final Output sft(String name) {
        return plan().sft(name);
    }

    @Override
    public final Output jsonl(String name) {
        return plan().jsonl(name);
    }

    @Override
    public final Output jsonl(Map<String, ?> options, String name) {
        return plan().jsonl(options, name);
    }
}
