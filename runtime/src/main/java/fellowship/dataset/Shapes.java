package fellowship.dataset;

import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.Step;
import java.util.List;
import java.util.Optional;

/** The one table from a kind of data set to its shape. */
final class Shapes {

    private Shapes() {}

    static RowShape of(Plan plan, Step.Into output) {
        return switch (output.type()) {
            case DPO -> new PreferenceShape();
            case KTO -> new UnpairedShape(output.atLeast());
            case CRITIQUES -> new CritiqueShape();
            case SFT -> new CompletionShape();
            case JSONL -> new RecordShape(rowType(plan, output));
        };
    }

    /** The columns that rows have where the output stands: those of the last step before it that made new ones. */
    private static RowType rowType(Plan plan, Step step) {
        if (step instanceof Step.Read read) {
            return read.type();
        }
        if (step instanceof Step.Map_ map) {
            return map.type();
        }
        Optional<Step> before = step.input().flatMap(plan::step);
        return before.map(found -> rowType(plan, found)).orElse(new RowType("Row", List.of()));
    }
}
