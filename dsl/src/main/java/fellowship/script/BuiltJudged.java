package fellowship.script;

import fellowship.dsl.Annotator;
import fellowship.dsl.Judged;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.Output;
import fellowship.dsl.PairFlow;
import fellowship.plan.DatasetType;
import fellowship.plan.Fate;
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
final class BuiltJudged<T> extends BuiltFlow<Judged<T>> implements JudgedFlow<T>, BuiltAnnotated<T> {

    /** What is made from a winner and a loser, so that {@code pairs()} before it need not be said. */
    private static final Set<DatasetType> FROM_PAIRS = EnumSet.of(DatasetType.DPO, DatasetType.KTO, DatasetType.SFT);

    private final Function<Row, T> task;

    BuiltJudged(PlanBuilder plan, Node node, RowType columns, Function<Row, T> task) {
        super(plan, node, columns, row -> Judging.judged(row, task));
        this.task = task;
    }

    @Override
    public JudgedFlow<T> filter(Predicate<? super Judged<T>> test) {
        return new BuiltJudged<>(plan, filtered(test), columns, task);
    }

    @Override
    public JudgedFlow<T> named(String name) {
        node.name(name);
        return this;
    }

    @Override
    public PairFlow<T> pairs(Map<String, ?> options) {
        OptionalDouble minGap = new NamedNumbers("pairs", options, plan.origin, plan.problems).number("minGap");
        Fate ties = Pairings.ties(options, plan, plan.origin.here());
        return BuiltPairs.of(plan, paired(minGap, ties), columns, task);
    }

    @Override
    public JudgedFlow<T> people(Map<String, ?> options) {
        SourcePosition at = plan.origin.here();
        double share = 1;
        if (!(options.get("share") instanceof Number said)) {
            plan.problems.error(at, "people needs the share of rows that it may see: people(share: 0.2)");
        } else if (!(said.doubleValue() > 0 && said.doubleValue() <= 1)) {
            plan.problems.error(at, "the share of people must be above 0, up to 1, was " + said);
        } else {
            share = said.doubleValue();
        }
        double fitting = share;
        Node step = plan.add("people", Optional.of(node), (id, from) -> new Step.People(id, from, fitting, at));
        return new BuiltJudged<>(plan, step, columns, task);
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
    public void into(Output output) {
        Node source = FROM_PAIRS.contains(output.type()) ? paired(OptionalDouble.empty(), Fate.drop) : node;
        into(output.type(), output, Optional.of(source));
    }

    private Node paired(OptionalDouble minGap, Fate ties) {
        SourcePosition at = plan.origin.here();
        return plan.add(
                "pairs",
                Optional.of(node),
                (id, from) -> new Step.Pairs(id, from, new Step.Pairing.Decided(), minGap, ties, at));
    }

    @Override
    public JudgedFlow<T> dedupe(Map<String, ?> options, Function<? super Judged<T>, ?> key) {
        return then(new Choice<>(this).dedupe(options, key));
    }

    @Override
    public JudgedFlow<T> sample(Map<String, ?> options) {
        return then(new Choice<>(this).sample(options));
    }

    @Override
    public JudgedFlow<T> until(Map<String, ?> options) {
        return then(new Choice<>(this).until(options, Optional.empty()));
    }

    @Override
    public JudgedFlow<T> until(Map<String, ?> options, Function<? super Judged<T>, ?> each) {
        return then(new Choice<>(this).until(options, Optional.of(each)));
    }

    @Override
    public JudgedFlow<T> escalate(Map<String, ?> options, Annotator annotator) {
        new Judging<>(plan, node, columns, task).check("escalate", annotator);
        return then(new Choice<>(this).escalate(options, annotator.name()));
    }

    private JudgedFlow<T> then(Node step) {
        return new BuiltJudged<>(plan, step, columns, task);
    }
}
