package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.Annotator;
import fellowship.dsl.DraftFlow;
import fellowship.dsl.DraftOf;
import fellowship.dsl.Drafts;
import fellowship.dsl.GateSpec;
import fellowship.dsl.Judge;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.PairFlow;
import fellowship.plan.Fate;
import fellowship.plan.Leaf;
import fellowship.plan.Pick;
import fellowship.plan.RowType;
import fellowship.plan.Shape;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows with drafts. */
final class BuiltDrafts<T> extends BuiltFlow<Drafts<T>> implements DraftFlow<T>, BuiltAnnotated<T> {

    private final Function<Row, T> task;
    private final OptionalInt count;

    /** @param count how many drafts a row has, where that is known */
    BuiltDrafts(PlanBuilder plan, Node node, RowType columns, Function<Row, T> task, OptionalInt count) {
        super(plan, node, columns, row -> new Drafts<>(task.apply(row), row.drafts()));
        this.task = task;
        this.count = count;
    }

    /** How many drafts a row has, where that is known. */
    OptionalInt count() {
        return count;
    }

    @Override
    public DraftFlow<T> filter(Predicate<? super Drafts<T>> test) {
        return new BuiltDrafts<>(plan, filtered(test), columns, task, count);
    }

    @Override
    public DraftFlow<T> named(String name) {
        node.name(name);
        return this;
    }

    @Override
    public DraftFlow<T> measure(String name, Function<? super DraftOf<T>, ? extends Number> measure) {
        SourcePosition at = plan.origin.here();
        if (name.isBlank()) {
            plan.problems.error(at, "a measure needs a name: measure('length') { words(it.text) }");
        }
        Shape.Measure.Scored scored = (row, draft) ->
                measure.apply(new DraftOf<>(task.apply(row), draft)).doubleValue();
        Leaf<Shape.Measure.Scored> leaf = leaf(at, measure, scored);
        return then(plan.add("measure", Optional.of(node), (id, from) -> new Shape.Measure(id, from, name, leaf, at)));
    }

    @Override
    public DraftFlow<T> choose(Pick pick) {
        SourcePosition at = plan.origin.here();
        Node step = plan.add("choose", Optional.of(node), (id, from) -> new Shape.Choose(id, from, pick, at));
        return new BuiltDrafts<>(plan, step, columns, task, OptionalInt.of(1));
    }

    @Override
    public DraftFlow<T> review(Agent<?> reviewer, Agent<?>... more) {
        SourcePosition at = plan.origin.here();
        List<Agent<?>> reviewers = new ArrayList<>(List.of(reviewer));
        reviewers.addAll(List.of(more));
        for (Agent<?> one : reviewers) {
            check(one, at, "review", List.of("system", "prompt", "image"), Holes.names(columns, "answer"));
        }
        List<String> names = reviewers.stream().<String>map(Agent::name).toList();
        return then(plan.add("review", Optional.of(node), (id, from) -> new Shape.Review(id, from, names, at)));
    }

    @Override
    public DraftFlow<T> revise(Agent<?> writer) {
        SourcePosition at = plan.origin.here();
        check(writer, at, "revise", List.of("system", "prompt", "image"), Holes.names(columns));
        Node step = plan.add("revise", Optional.of(node), (id, from) -> new Shape.Revise(id, from, writer.name(), at));
        OptionalInt twice = count.isPresent() ? OptionalInt.of(2 * count.getAsInt()) : count;
        return new BuiltDrafts<>(plan, step, columns, task, twice);
    }

    private void check(Agent<?> agent, SourcePosition at, String word, List<String> templates, Set<String> known) {
        BuiltAgent<?> built = BuiltAgent.of(agent);
        holes(word, at).check(built.name(), built.templates(), templates, known);
    }

    @Override
    public DraftFlow<T> score(Annotator annotator) {
        return then(judging().score(annotator, List.of()));
    }

    @Override
    public DraftFlow<T> rank(Map<String, ?> options, Judge judge) {
        OptionalInt orders = new NamedNumbers("rank", options, plan.origin, plan.problems).whole("orders", 1);
        return then(judging().rank(judge, orders));
    }

    @Override
    public DraftFlow<T> verify(Judge judge) {
        return then(judging().verify(judge, List.of()));
    }

    private Judging<T> judging() {
        return new Judging<>(plan, node, columns, task);
    }

    private DraftFlow<T> then(Node step) {
        return new BuiltDrafts<>(plan, step, columns, task, count);
    }

    @Override
    public Node made() {
        return node;
    }

    @Override
    public Function<Row, T> item() {
        return task;
    }

    @Override
    public JudgedFlow<T> compare(Annotator annotator) {
        SourcePosition at = plan.origin.here();
        if (count.isPresent() && count.getAsInt() != 2) {
            plan.problems.error(
                    at,
                    "compare needs two drafts a row, but there "
                            + (count.getAsInt() == 1 ? "is 1" : "are " + count.getAsInt())
                            + "; generate two, or say score and pairs");
        }
        return judging().compare(annotator, List.of());
    }

    @Override
    public PairFlow<T> pairs(Map<String, ?> options) {
        SourcePosition at = plan.origin.here();
        OptionalDouble minGap = new NamedNumbers("pairs", options, plan.origin, plan.problems).number("minGap");
        Step.Pairing how = new Pairings(plan, at, columns).of(options);
        Fate ties = Pairings.ties(options, plan, at);
        Node step = plan.add("pairs", Optional.of(node), (id, from) -> new Step.Pairs(id, from, how, minGap, ties, at));
        return BuiltPairs.of(plan, step, columns, task);
    }

    @Override
    public DraftFlow<T> dedupe(Map<String, ?> options, Function<? super Drafts<T>, ?> key) {
        return then(new Choice<>(this).dedupe(options, key));
    }

    @Override
    public DraftFlow<T> sample(Map<String, ?> options) {
        return then(new Choice<>(this).sample(options));
    }

    @Override
    public DraftFlow<T> until(Map<String, ?> options) {
        return then(new Choice<>(this).until(options, Optional.empty()));
    }

    @Override
    public DraftFlow<T> until(Map<String, ?> options, Function<? super Drafts<T>, ?> each) {
        return then(new Choice<>(this).until(options, Optional.of(each)));
    }

    @Override
    public DraftFlow<T> gates(Consumer<GateSpec> block) {
        OptionalInt left = count.isPresent() && count.getAsInt() > 2 ? OptionalInt.empty() : count;
        return new BuiltDrafts<>(plan, new Choice<>(this).gates(List.of(), block), columns, task, left);
    }
}
