package fellowship.script;

import fellowship.dsl.Pair;
import fellowship.dsl.PairFlow;
import fellowship.plan.RowType;
import fellowship.row.Row;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows with a preference. */
final class BuiltPairs<T> extends BuiltFlow<Pair<T>> implements PairFlow<T> {

    private BuiltPairs(PlanBuilder plan, Node node, RowType columns, Function<Row, Pair<T>> view) {
        super(plan, node, columns, view);
    }

    static <T> BuiltPairs<T> of(PlanBuilder plan, Node node, RowType columns, Function<Row, T> task) {
        return new BuiltPairs<>(
                plan,
                node,
                columns,
                row -> new Pair<>(
                        task.apply(row),
                        row.preference().orElseThrow(() -> new IllegalStateException("this row has no preference"))));
    }

    @Override
    public PairFlow<T> filter(Predicate<? super Pair<T>> test) {
        return new BuiltPairs<>(plan, filtered(test), columns, view);
    }

    @Override
    public PairFlow<T> named(String name) {
        node.name(name);
        return this;
    }
}
