package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.AgentSpec;
import fellowship.dsl.Judge;
import fellowship.dsl.JudgeSpec;
import fellowship.dsl.Output;
import fellowship.dsl.RowFlow;
import fellowship.dsl.WorkflowSpec;
import fellowship.plan.Budget;
import fellowship.plan.DatasetType;
import fellowship.plan.Parameter;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects what a workflow declares. One for each evaluation, confined to its thread. */
final class PlanBuilder implements WorkflowSpec {

    private static final Pattern OUTPUT = Pattern.compile("[A-Za-z0-9_-]+");

    final Origin origin;
    final Problems problems;
    private final List<fellowship.plan.Agent> agents = new ArrayList<>();
    private final List<fellowship.plan.Annotator> annotators = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, SourcePosition> names = new HashMap<>();
    private final Map<String, SourcePosition> outputs = new HashMap<>();
    private String about = "";
    private Budget budget = Budget.none();
    private long seed;
    private boolean sealed;

    PlanBuilder(Origin origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    Plan seal(String name, List<Parameter> parameters, Map<String, String> values) {
        sealed = true;
        return new Plan(name, about, parameters, values, budget, seed, agents, annotators, StepIds.steps(nodes));
    }

    /** @throws IllegalStateException when the plan is already built: the word stands in a leaf */
    Node add(String kind, Optional<Node> from, Node.Making making) {
        open(kind);
        Node node = new Node(kind, from, making);
        nodes.add(node);
        return node;
    }

    private void open(String word) {
        if (sealed) {
            throw new IllegalStateException("the plan is already built; '" + word + "' cannot be said while rows flow");
        }
    }

    @Override
    public void about(String text) {
        open("about");
        about = text.strip();
    }

    @Override
    public void budget(Map<String, ?> caps) {
        open("budget");
        NamedNumbers numbers = new NamedNumbers("budget", caps, origin, problems);
        OptionalDouble usd = numbers.number("usd");
        OptionalDouble calls = numbers.number("calls");
        if (caps.isEmpty()) {
            problems.error(origin.here(), "a budget needs usd, calls or both: budget usd: 5, calls: 1000");
        }
        budget =
                new Budget(usd, calls.isPresent() ? OptionalLong.of((long) calls.getAsDouble()) : OptionalLong.empty());
    }

    @Override
    public void seed(long number) {
        open("seed");
        seed = number;
    }

    @Override
    public String file(String path) {
        return new PromptFile(origin, problems).text(path);
    }

    @Override
    public <R> Agent<R> agent(String name, Class<R> reply, Consumer<AgentSpec> block) {
        open("agent");
        SourcePosition at = origin.here();
        declare("agent", name, at);
        AgentBuilder builder = new AgentBuilder(origin, problems);
        block.accept(builder);
        BuiltAgent<R> agent = builder.build(name, reply, at);
        agents.add(agent.plan());
        return agent;
    }

    @Override
    public Judge judge(String name, Consumer<JudgeSpec> block) {
        open("judge");
        SourcePosition at = origin.here();
        declare("judge", name, at);
        JudgeBuilder builder = new JudgeBuilder(origin, problems);
        block.accept(builder);
        BuiltJudge judge = builder.build(name, at);
        annotators.add(judge.plan());
        return judge;
    }

    private void declare(String kind, String name, SourcePosition at) {
        if (name.isBlank()) {
            problems.error(at, "an " + kind + " needs a name");
        }
        SourcePosition before = names.putIfAbsent(name, at);
        if (before != null) {
            problems.error(
                    at, "the name '" + name + "' is taken" + line(before) + "; each agent and judge has its own");
        }
    }

    private static String line(SourcePosition at) {
        return at.line() > 0 ? " in line " + at.line() : "";
    }

    @Override
    public <T> RowFlow<T> read(Class<T> type, String file, String... more) {
        SourcePosition at = origin.here();
        List<String> files = Stream.concat(Stream.of(file), Arrays.stream(more)).toList();
        if (files.stream().anyMatch(String::isBlank)) {
            problems.error(at, "read needs the path of a file, or '-' for standard input");
        }
        RowType columns = columns(type, at);
        Node node = add("read", Optional.empty(), (id, from) -> new Step.Read(id, files, columns, at));
        return rows(node, columns, type);
    }

    @Override
    public <T> RowFlow<T> read(Class<T> type, Path file, Path... more) {
        return read(
                type, file.toString(), Arrays.stream(more).map(Path::toString).toArray(String[]::new));
    }

    /** Rows as records; of a record that no columns fit, which is told already, nothing can be seen. */
    <T> RowFlow<T> rows(Node node, RowType columns, Class<T> type) {
        if (columns.columns().isEmpty()) {
            return new BuiltRows<>(this, node, columns, row -> {
                throw new IllegalStateException(type + " is not a row");
            });
        }
        RecordReader<T> reader = new RecordReader<>(type);
        return new BuiltRows<>(this, node, columns, (Row row) -> reader.apply(row.columns()));
    }

    RowType columns(Class<?> type, SourcePosition at) {
        try {
            return RowTypes.of(type);
        } catch (IllegalArgumentException e) {
            problems.error(at, e);
            return new RowType(type.getSimpleName(), List.of());
        }
    }

    @Override
    public Output dpo(String name) {
        return output(DatasetType.DPO, name);
    }

    @Override
    public Output kto(String name) {
        return output(DatasetType.KTO, name);
    }

    @Override
    public Output kto(Map<String, ?> options, String name) {
        Output output = output(DatasetType.KTO, name);
        return new Output(output.type(), name, new NamedNumbers("kto", options, origin, problems).number("atLeast"));
    }

    @Override
    public Output critiques(String name) {
        return output(DatasetType.CRITIQUES, name);
    }

    @Override
    public Output sft(String name) {
        return output(DatasetType.SFT, name);
    }

    @Override
    public Output jsonl(String name) {
        return output(DatasetType.JSONL, name);
    }

    private Output output(DatasetType type, String name) {
        open(type.word());
        SourcePosition at = origin.here();
        if (!OUTPUT.matcher(name).matches()) {
            problems.error(
                    at,
                    "a data set's name has letters, digits, _ and - only, was '" + name
                            + "'; it is a folder of the run");
        }
        SourcePosition before = outputs.putIfAbsent(name, at);
        if (before != null) {
            problems.error(
                    at,
                    "the data set '" + name + "' is already written" + line(before) + "; give this one another name");
        }
        return new Output(type, name, OptionalDouble.empty());
    }
}
