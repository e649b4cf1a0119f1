package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.Annotator;
import fellowship.dsl.DraftFlow;
import fellowship.dsl.GateSpec;
import fellowship.dsl.Judge;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.PairFlow;
import fellowship.dsl.RefineSpec;
import fellowship.dsl.RowFlow;
import fellowship.plan.Column;
import fellowship.plan.Fate;
import fellowship.plan.RowType;
import fellowship.plan.Shape;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows as they were read. */
final class BuiltRows<T> extends BuiltFlow<T> implements RowFlow<T> {

    BuiltRows(PlanBuilder plan, Node node, RowType columns, Function<Row, T> view) {
        super(plan, node, columns, view);
    }

    @Override
    public RowFlow<T> filter(Predicate<? super T> test) {
        return new BuiltRows<>(plan, filtered(test), columns, view);
    }

    @Override
    public RowFlow<T> named(String name) {
        node.name(name);
        return this;
    }

    @Override
    public <R> RowFlow<R> ask(Map<String, ?> options, Class<R> type, Agent<?> agent) {
        SourcePosition at = plan.origin.here();
        BuiltAgent<?> asked = BuiltAgent.of(agent);
        holes("ask", at)
                .check(asked.name(), asked.templates(), List.of("system", "prompt", "image"), Holes.names(columns));
        return new Shaping(plan, node, columns, at).ask(options, type, asked);
    }

    @Override
    public <R> RowFlow<R> cross(Map<String, ?> values, Class<R> type) {
        return new Shaping(plan, node, columns, plan.origin.here()).cross(values, type);
    }

    @Override
    public <R> RowFlow<R> join(Map<String, ?> options, Class<R> type, Class<?> other, String file) {
        return new Shaping(plan, node, columns, plan.origin.here()).join(options, type, other, file);
    }

    @Override
    public DraftFlow<T> drafts(String column, String... more) {
        SourcePosition at = plan.origin.here();
        List<String> texts = texts(column, more);
        new Judging<>(plan, node, columns, view).columns("drafts", texts);
        Node step = plan.add("drafts", Optional.of(node), (id, from) -> new Shape.Texts(id, from, texts, at));
        boolean lists = texts.stream()
                .flatMap(name -> columns.column(name).stream())
                .anyMatch(one -> one.kind() == Column.Kind.LIST || one.kind() == Column.Kind.ANY);
        return new BuiltDrafts<>(plan, step, columns, view, lists ? OptionalInt.empty() : OptionalInt.of(texts.size()));
    }

    @Override
    public DraftFlow<T> generate(Map<String, ?> options, List<? extends Agent<?>> writers) {
        SourcePosition at = plan.origin.here();
        int samples = new NamedNumbers("generate", options, plan.origin, plan.problems)
                .whole("samples", 1)
                .orElse(1);
        if (writers.isEmpty()) {
            plan.problems.error(at, "generate needs an agent that writes");
        }
        for (Agent<?> writer : writers) {
            BuiltAgent<?> agent = BuiltAgent.of(writer);
            holes("generate", at)
                    .check(agent.name(), agent.templates(), List.of("system", "prompt", "image"), Holes.names(columns));
        }
        List<String> by = writers.stream().<String>map(Agent::name).toList();
        if (by.stream().distinct().count() < by.size()) {
            plan.problems.error(
                    at, "generate names an agent twice; for more drafts by one agent say generate(samples: 2, …)");
        }
        Node step = plan.add("generate", Optional.of(node), (id, from) -> new Step.Generate(id, from, by, samples, at));
        return new BuiltDrafts<>(plan, step, columns, view, OptionalInt.of(samples * by.size()));
    }

    @Override
    public <R> DraftFlow<T> refine(
            Agent<?> writer, List<? extends Agent<? extends R>> reviewers, Consumer<RefineSpec<R>> block) {
        SourcePosition at = plan.origin.here();
        Refining<R> refining = new Refining<>(plan, at, BuiltAgent.of(writer), reviewers);
        Node step = refining.step(node, columns, block);
        return new BuiltDrafts<>(plan, step, columns, view, OptionalInt.empty());
    }

    @Override
    public JudgedFlow<T> compare(Annotator annotator, String first, String second) {
        Judging<T> judging = new Judging<>(plan, node, columns, view);
        judging.columns("compare", List.of(first, second));
        return judging.compare(annotator, List.of(first, second));
    }

    @Override
    public DraftFlow<T> score(Annotator annotator, String column, String... more) {
        List<String> texts = texts(column, more);
        Judging<T> judging = new Judging<>(plan, node, columns, view);
        judging.columns("score", texts);
        return drafts(judging.score(annotator, texts), texts);
    }

    @Override
    public DraftFlow<T> verify(Judge judge, String column, String... more) {
        List<String> texts = texts(column, more);
        Judging<T> judging = new Judging<>(plan, node, columns, view);
        judging.columns("verify", texts);
        return drafts(judging.verify(judge, texts), texts);
    }

    private static List<String> texts(String column, String... more) {
        return Stream.concat(Stream.of(column), Stream.of(more)).toList();
    }

    private DraftFlow<T> drafts(Node step, List<String> texts) {
        return new BuiltDrafts<>(plan, step, columns, view, OptionalInt.of(texts.size()));
    }

    @Override
    public RowFlow<T> dedupe(Map<String, ?> options, Function<? super T, ?> key) {
        return then(new Choice<>(this).dedupe(options, key));
    }

    @Override
    public RowFlow<T> sample(Map<String, ?> options) {
        return then(new Choice<>(this).sample(options));
    }

    @Override
    public RowFlow<T> until(Map<String, ?> options) {
        return then(new Choice<>(this).until(options, Optional.empty()));
    }

    @Override
    public RowFlow<T> until(Map<String, ?> options, Function<? super T, ?> each) {
        return then(new Choice<>(this).until(options, Optional.of(each)));
    }

    @Override
    public PairFlow<T> pairs(Map<String, ?> options) {
        SourcePosition at = plan.origin.here();
        boolean named =
                List.of("chosen", "rejected").stream().allMatch(side -> options.get(side) instanceof CharSequence);
        if (!named) {
            plan.problems.error(
                    at,
                    "pairs of plain rows are of two columns: pairs(chosen: 'human', rejected: 'model'); for pairs of drafts"
                            + " put generate or refine before it");
        }
        Step.Pairing how = named ? new Pairings(plan, at, columns).of(options) : new Step.Pairing.Labelled("", "");
        Node step = plan.add(
                "pairs",
                Optional.of(node),
                (id, from) -> new Step.Pairs(id, from, how, OptionalDouble.empty(), Fate.drop, at));
        return BuiltPairs.of(plan, step, columns, view);
    }

    @Override
    public RowFlow<T> gates(List<String> texts, Consumer<GateSpec> block) {
        return then(new Choice<>(this).gates(texts, block));
    }

    private RowFlow<T> then(Node step) {
        return new BuiltRows<>(plan, step, columns, view);
    }
}
