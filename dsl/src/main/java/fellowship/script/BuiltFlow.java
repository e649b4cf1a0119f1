package fellowship.script;

import fellowship.dsl.Flow;
import fellowship.dsl.Output;
import fellowship.dsl.RowFlow;
import fellowship.plan.DatasetType;
import fellowship.plan.Leaf;
import fellowship.plan.RowType;
import fellowship.plan.Shape;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What all flows do: each word adds a step after this one. */
abstract class BuiltFlow<V> implements Flow<V> {

    final PlanBuilder plan;
    final Node node;
    final RowType columns;
    final Function<Row, V> view;

    /**
     * @param columns what templates can say of these rows
     * @param view what leaves see of a row
     */
    BuiltFlow(PlanBuilder plan, Node node, RowType columns, Function<Row, V> view) {
        this.plan = plan;
        this.node = node;
        this.columns = columns;
        this.view = view;
    }

    final Node filtered(Predicate<? super V> test) {
        SourcePosition at = plan.origin.here();
        Leaf<Predicate<Row>> leaf = leaf(at, test, Origin.before(view, test));
        return plan.add("filter", Optional.of(node), (id, from) -> new Step.Filter(id, from, leaf, at));
    }

    @Override
    public <R> RowFlow<R> map(Class<R> type, Function<? super V, ? extends R> function) {
        SourcePosition at = plan.origin.here();
        RowType made = plan.columns(type, at);
        Function<Row, Map<String, Object>> mapped = made.columns().isEmpty() ? row -> Map.of() : mapped(type, function);
        Leaf<Function<Row, Map<String, Object>>> leaf = leaf(at, function, mapped);
        Node step = plan.add("map", Optional.of(node), (id, from) -> new Step.Mapped(id, from, made, leaf, at));
        return plan.rows(step, made, type);
    }

    private <R> Function<Row, Map<String, Object>> mapped(Class<?> type, Function<? super V, ? extends R> function) {
        RecordColumns columns = new RecordColumns(type);
        return row -> columns.apply(function.apply(view.apply(row)));
    }

    @Override
    public <R> RowFlow<R> explode(Class<R> type, Function<? super V, ? extends Collection<? extends R>> function) {
        SourcePosition at = plan.origin.here();
        RowType made = plan.columns(type, at);
        Function<Row, List<Map<String, Object>>> exploded =
                made.columns().isEmpty() ? row -> List.of() : exploded(type, function);
        Leaf<Function<Row, List<Map<String, Object>>>> leaf = leaf(at, function, exploded);
        Node step = plan.add("explode", Optional.of(node), (id, from) -> new Shape.Explode(id, from, made, leaf, at));
        return plan.rows(step, made, type);
    }

    private <R> Function<Row, List<Map<String, Object>>> exploded(
            Class<?> type, Function<? super V, ? extends Collection<? extends R>> function) {
        RecordColumns columns = new RecordColumns(type);
        return row -> {
            Object made = function.apply(view.apply(row));
            if (!(made instanceof Collection<?> list)) {
                throw new IllegalArgumentException("explode should make a list of " + type.getSimpleName()
                        + ", but made "
                        + (made == null ? "nothing" : "a " + made.getClass().getSimpleName()));
            }
            return list.stream().map(columns::apply).toList();
        };
    }

    final <F> Leaf<F> leaf(SourcePosition at, Object written, F function) {
        try {
            return plan.origin.leaf(written, function);
        } catch (IllegalArgumentException e) {
            plan.problems.error(at, e);
            return new Leaf<>("", "", function);
        }
    }

    @Override
    public void into(Output output) {
        into(output.type(), output, Optional.of(node));
    }

    final void into(DatasetType type, Output output, Optional<Node> source) {
        SourcePosition at = plan.origin.here();
        if (!plan.writes(output.name(), this, source.orElse(node))) {
            return;
        }
        plan.add(
                "into",
                source,
                (id, from) -> new Step.Into(id, from, type, output.name(), output.atLeast(), output.by(), at));
    }

    final Holes holes(String word, SourcePosition at) {
        return new Holes(plan.problems, word, at, columns);
    }

    @Override
    public String toString() {
        return "rows of " + columns.name();
    }
}
