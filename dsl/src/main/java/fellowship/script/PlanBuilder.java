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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Collects what a workflow declares. One for each evaluation, confined to its thread. */
final class PlanBuilder implements WorkflowSpec {

    final Origin origin;
    final Problems problems;
    final Questions questions;
    private final Includes includes;
    private final Optional<Inclusion> inclusion;
    private final List<fellowship.plan.Agent> agents;
    private final List<fellowship.plan.Annotator> annotators;
    private final List<Node> nodes;
    private final TakenNames names;
    private String about = "";
    private Budget budget = Budget.none();
    private long seed;
    private boolean sealed;

    PlanBuilder(Origin origin, Problems problems) {
        this(origin, problems, Includes.none());
    }

    PlanBuilder(Origin origin, Problems problems, Includes includes) {
        this.origin = origin;
        this.problems = problems;
        this.questions = new Questions(problems);
        this.names = new TakenNames(problems);
        this.includes = includes;
        this.inclusion = Optional.empty();
        this.agents = new ArrayList<>();
        this.annotators = new ArrayList<>();
        this.nodes = new ArrayList<>();
    }

    private PlanBuilder(Origin origin, Inclusion inclusion, PlanBuilder by) {
        this.origin = origin;
        this.problems = by.problems;
        this.questions = by.questions;
        this.names = new TakenNames(problems);
        this.includes = by.includes;
        this.inclusion = Optional.of(inclusion);
        this.agents = by.agents;
        this.annotators = by.annotators;
        this.nodes = by.nodes;
    }

    /** The builder of a template that is included here: it adds to the same plan. */
    PlanBuilder including(Origin template, Inclusion how) {
        return new PlanBuilder(template, how, this);
    }

    /** What the names of agents and steps begin with. */
    String prefix() {
        return inclusion.map(one -> one.prefix).orElse("");
    }

    List<fellowship.plan.Agent> agents() {
        return agents;
    }

    List<fellowship.plan.Annotator> annotators() {
        return annotators;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Whether a data set is written: of an included template, only what the script keeps. */
    boolean writes(String name, BuiltFlow<?> rows, Node source) {
        return inclusion.isEmpty() || inclusion.get().takes(name, rows, source);
    }

    /** An included template writes this as it does alone, so the name is taken. */
    void keeps(String name, SourcePosition at) {
        folder("data set", name, at);
    }

    @Override
    public Included include(String template, Consumer<IncludeSpec> block) {
        open("include");
        return includes.include(this, template, block, origin.here());
    }

    Plan seal(String name, List<Parameter> parameters, Map<String, String> values) {
        sealed = true;
        List<fellowship.plan.Annotator> settled = annotators.stream()
                .map(annotator ->
                        annotator instanceof fellowship.plan.Judge judge ? questions.settled(judge) : annotator)
                .toList();
        List<Step> steps = StepIds.steps(Includes.needed(nodes));
        Set<String> playing = includes.playing(steps, agents, settled);
        return new Plan(
                name,
                about,
                parameters,
                values,
                budget,
                seed,
                agents.stream().filter(one -> playing.contains(one.name())).toList(),
                settled.stream().filter(one -> playing.contains(one.name())).toList(),
                steps);
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
        Node node = new Node(kind, from, making, prefix());
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
        Optional<BuiltAgent<R>> other = inclusion.flatMap(one -> one.agent(name, reply));
        if (other.isPresent()) {
            return other.get();
        }
        AgentBuilder builder = new AgentBuilder(origin, problems);
        block.accept(builder);
        BuiltAgent<R> agent = builder.build(name, reply, at).named(own(name));
        agents.add(agent.plan());
        return agent;
    }

    @Override
    public Judge judge(String name, Consumer<JudgeSpec> block) {
        open("judge");
        SourcePosition at = origin.here();
        declare("judge", name, at);
        Optional<BuiltJudge> other = other(name, "judge", BuiltJudge.class);
        if (other.isPresent()) {
            return other.get();
        }
        JudgeBuilder builder = new JudgeBuilder(origin, problems);
        block.accept(builder);
        BuiltJudge judge = builder.build(name, at).named(own(name));
        annotators.add(judge.plan());
        return judge;
    }

    @Override
    public Jury jury(String name, Consumer<JurySpec> block) {
        open("jury");
        SourcePosition at = origin.here();
        declare("jury", name, at);
        Optional<BuiltJury> other = other(name, "jury", BuiltJury.class);
        if (other.isPresent()) {
            return other.get();
        }
        JuryBuilder builder = new JuryBuilder(origin, problems);
        block.accept(builder);
        BuiltJury jury = builder.build(own(name), at);
        annotators.add(jury.plan());
        return jury;
    }

    @Override
    public Debate debate(String name, Consumer<DebateSpec> block) {
        open("debate");
        SourcePosition at = origin.here();
        declare("debate", name, at);
        Optional<BuiltDebate> other = other(name, "debate", BuiltDebate.class);
        if (other.isPresent()) {
            return other.get();
        }
        DebateBuilder builder = new DebateBuilder(origin, problems);
        block.accept(builder);
        return declared(builder.build(own(name), at));
    }

    @Override
    public Debate discussion(String name, Consumer<DiscussionSpec> block) {
        open("discussion");
        SourcePosition at = origin.here();
        declare("discussion", name, at);
        Optional<BuiltDebate> other = other(name, "discussion", BuiltDebate.class);
        if (other.isPresent()) {
            return other.get();
        }
        DiscussionBuilder builder = new DiscussionBuilder(origin, problems);
        block.accept(builder);
        BuiltDebate discussion = builder.build(own(name), at);
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
        if (inclusion.isPresent() && !inclusion.get().takesAgreement(name)) {
            return;
        }
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

    /** What takes the place of an annotator, where this is an included template. */
    private <A extends fellowship.dsl.Annotator> Optional<A> other(String name, String kind, Class<A> type) {
        return inclusion.flatMap(one -> one.annotator(name, kind, type));
    }

    private String own(String name) {
        return inclusion.map(one -> includes.name(one, name)).orElse(name);
    }

    private void declare(String kind, String name, SourcePosition at) {
        names.declare(kind, name, at);
    }

    @Override
    public <T> RowFlow<T> read(Class<T> type, String file, String... more) {
        SourcePosition at = origin.here();
        List<String> files = Stream.concat(Stream.of(file), Arrays.stream(more)).toList();
        if (files.stream().anyMatch(String::isBlank)) {
            problems.error(at, "read needs the path of a file, or '-' for standard input");
        }
        RowType columns = columns(type, at);
        if (inclusion.isPresent()) {
            Optional<Inclusion.Rows> given = inclusion.get().rows(columns);
            if (given.isPresent()) {
                return rows(given.get().node(), given.get().columns(), type);
            }
        }
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

    private void folder(String kind, String name, SourcePosition at) {
        names.folder(kind, name, at);
    }
}
