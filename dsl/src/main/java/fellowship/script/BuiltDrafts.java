package fellowship.script;

import fellowship.dsl.Annotator;
import fellowship.dsl.DraftFlow;
import fellowship.dsl.Drafts;
import fellowship.dsl.GateSpec;
import fellowship.dsl.Judge;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.PairFlow;
import fellowship.plan.Fate;
import fellowship.plan.RowType;
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
