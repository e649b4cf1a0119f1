package fellowship.script;

import fellowship.dsl.GateSpec;
import fellowship.dsl.Pair;
import fellowship.dsl.PairFlow;
import fellowship.plan.Fate;
import fellowship.plan.RowType;
import fellowship.row.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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

    @Override
    public PairFlow<T> dedupe(Map<String, ?> options, Function<? super Pair<T>, ?> key) {
        return then(new Choice<>(this).dedupe(options, key));
    }

    @Override
    public PairFlow<T> sample(Map<String, ?> options) {
        return then(new Choice<>(this).sample(options));
    }

    @Override
    public PairFlow<T> until(Map<String, ?> options) {
        return then(new Choice<>(this).until(options, Optional.empty()));
    }

    @Override
    public PairFlow<T> until(Map<String, ?> options, Function<? super Pair<T>, ?> each) {
        return then(new Choice<>(this).until(options, Optional.of(each)));
    }

    @Override
    public PairFlow<T> gates(Consumer<GateSpec> block) {
        return then(new Choice<>(this).gates(List.of(), block));
    }

    @Override
    public PairFlow<T> weak(Map<String, ?> which, Fate fate) {
        return then(new Choice<>(this).weak(which, fate));
    }

    @Override
    public PairFlow<T> refusals(Map<String, ?> fates) {
        return then(new Choice<>(this).refusals(fates));
    }

    @Override
    public PairFlow<T> margins() {
        return then(new Choice<>(this).margins());
    }

    private PairFlow<T> then(Node step) {
        return new BuiltPairs<>(plan, step, columns, view);
    }
}
