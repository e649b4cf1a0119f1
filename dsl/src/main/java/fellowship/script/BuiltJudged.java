package fellowship.script;

import fellowship.dsl.Judged;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.Output;
import fellowship.dsl.PairFlow;
import fellowship.plan.DatasetType;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows with a verdict. */
final class BuiltJudged<T> extends BuiltFlow<Judged<T>> implements JudgedFlow<T> {

    /** What is made from a winner and a loser, so that {@code pairs()} before it need not be said. */
    private static final Set<DatasetType> FROM_PAIRS = EnumSet.of(DatasetType.DPO, DatasetType.KTO, DatasetType.SFT);

    BuiltJudged(PlanBuilder plan, Node node, RowType columns, Function<Row, Judged<T>> view) {
        super(plan, node, columns, view);
    }

    @Override
    public JudgedFlow<T> filter(Predicate<? super Judged<T>> test) {
        return new BuiltJudged<>(plan, filtered(test), columns, view);
    }

    @Override
    public JudgedFlow<T> named(String name) {
        node.name(name);
        return this;
    }

    @Override
    public PairFlow<T> pairs(Map<String, ?> options) {
        OptionalDouble minGap = new NamedNumbers("pairs", options, plan.origin, plan.problems).number("minGap");
        return BuiltPairs.of(
                plan, paired(minGap), columns, row -> view.apply(row).getItem());
    }

    @Override
    public void into(Output output) {
        Node source = FROM_PAIRS.contains(output.type()) ? paired(OptionalDouble.empty()) : node;
        into(output.type(), output, Optional.of(source));
    }

    private Node paired(OptionalDouble minGap) {
        SourcePosition at = plan.origin.here();
        return plan.add(
                "pairs",
                Optional.of(node),
                (id, from) -> new Step.Pairs(id, from, new Step.Pairing.Decided(), minGap, at));
    }
}
