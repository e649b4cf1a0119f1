package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.AgentSpec;
import fellowship.dsl.AgreementSpec;
import fellowship.dsl.Annotated;
import fellowship.dsl.Debate;
import fellowship.dsl.DebateSpec;
import fellowship.dsl.DiscussionSpec;
import fellowship.dsl.Judge;
import fellowship.dsl.JudgeSpec;
import fellowship.dsl.Jury;
import fellowship.dsl.JurySpec;
import fellowship.dsl.Output;
import fellowship.dsl.RowFlow;
import fellowship.dsl.WorkflowSpec;
import fellowship.plan.Agreement;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects what a workflow declares. One for each evaluation, confined to its thread. */
final class PlanBuilder implements WorkflowSpec {

    private static final Pattern OUTPUT = Pattern.compile("[A-Za-z0-9_-]+");

    final Origin origin;
    final Problems problems;
    final Questions questions;
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
        this.questions = new Questions(problems);
    }

    Plan seal(String name, List<Parameter> parameters, Map<String, String> values) {
        sealed = true;
        List<fellowship.plan.Annotator> settled = annotators.stream()
                .map(annotator ->
                        annotator instanceof fellowship.plan.Judge judge ? questions.settled(judge) : annotator)
                .toList();
        return new Plan(name, about, parameters, values, budget, seed, agents, settled, StepIds.steps(nodes));
    }

    /** Makes the step of one input, or none, once the ids are known. */
    interface Making {
        Step make(String id, String from);
    }

    /** @throws IllegalStateException when the plan is already built: the word stands in a leaf */
    Node add(String kind, Optional<Node> from, Making making) {
        return add(
                kind, from.stream().toList(), (id, inputs) -> making.make(id, inputs.isEmpty() ? "" : inputs.get(0)));
    }

    private Node add(String kind, List<Node> from, Node.Making making) {
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

    @Override
    public Jury jury(String name, Consumer<JurySpec> block) {
        open("jury");
        SourcePosition at = origin.here();
        declare("jury", name, at);
        JuryBuilder builder = new JuryBuilder(origin, problems);
        block.accept(builder);
        BuiltJury jury = builder.build(name, at);
        annotators.add(jury.plan());
        return jury;
    }

    @Override
    public Debate debate(String name, Consumer<DebateSpec> block) {
        open("debate");
        SourcePosition at = origin.here();
        declare("debate", name, at);
        DebateBuilder builder = new DebateBuilder(origin, problems);
        block.accept(builder);
        return declared(builder.build(name, at));
    }

    @Override
    public Debate discussion(String name, Consumer<DiscussionSpec> block) {
        open("discussion");
        SourcePosition at = origin.here();
        declare("discussion", name, at);
        DiscussionBuilder builder = new DiscussionBuilder(origin, problems);
        block.accept(builder);
        BuiltDebate discussion = builder.build(name, at);
        return builder.seated() ? declared(discussion) : discussion;
    }

    private Debate declared(BuiltDebate debate) {
        annotators.add(debate.plan());
        return debate;
    }

    @Override
    public <T> void agreement(
            String name, List<? extends Annotated<? extends T>> rows, Consumer<AgreementSpec<T>> block) {
        SourcePosition at = origin.here();
        folder("agreement", name, at);
        if (rows.isEmpty()) {
            problems.error(at, "agreement needs rows with verdicts or scores: agreement('" + name + "', [one, other])");
            return;
        }
        List<BuiltAnnotated<? extends T>> branches = rows.stream()
                .<BuiltAnnotated<? extends T>>map(BuiltAnnotated::of)
                .toList();
        Function<Row, ? extends T> item = branches.get(0).item();
        AgreementBuilder<T> builder = new AgreementBuilder<>(origin, problems, item::apply);
        block.accept(builder);
        Agreement settings = builder.build();
        List<Node> nodes = branches.stream().map(BuiltAnnotated::made).toList();
        add("agreement", nodes, (id, from) -> new Step.Agree(id, from, name, settings, at));
    }

    private void declare(String kind, String name, SourcePosition at) {
        if (name.isBlank()) {
            problems.error(at, (kind.startsWith("a") ? "an " : "a ") + kind + " needs a name");
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
            return new RowType(RecordShape.name(type), List.of());
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
        OptionalDouble atLeast = new NamedNumbers("kto", options, origin, problems).number("atLeast");
        return new Output(output.type(), name, atLeast, Optional.empty());
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

    @Override
    public Output jsonl(Map<String, ?> options, String name) {
        Output output = output(DatasetType.JSONL, name);
        Object by = options.get("by");
        List<?> columns = by instanceof List<?> list ? list : by == null ? List.of() : List.of(by);
        if (by == null || !columns.stream().allMatch(CharSequence.class::isInstance)) {
            problems.error(origin.here(), "by names columns: jsonl('" + name + "', by: ['age', 'gender'])");
            return output;
        }
        List<String> names = columns.stream().map(Object::toString).distinct().toList();
        return new Output(output.type(), name, output.atLeast(), Optional.of(names));
    }

    private Output output(DatasetType type, String name) {
        open(type.word());
        folder("data set", name, origin.here());
        return new Output(type, name, OptionalDouble.empty(), Optional.empty());
    }

    /** Data sets and agreements are folders of one run. */
    private void folder(String kind, String name, SourcePosition at) {
        if (!OUTPUT.matcher(name).matches()) {
            problems.error(
                    at,
                    (kind.startsWith("a") ? "an " : "a ") + kind + "'s name has letters, digits, _ and - only, was '"
                            + name + "'; it is a folder of the run");
        }
        SourcePosition before = outputs.putIfAbsent(name, at);
        if (before != null) {
            problems.error(
                    at,
                    "the " + kind + " '" + name + "' is already written" + line(before)
                            + "; give this one another name");
        }
    }
}
