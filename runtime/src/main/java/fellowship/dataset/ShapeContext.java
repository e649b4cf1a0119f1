package fellowship.dataset;

import fellowship.plan.Fate;
import fellowship.plan.Fingerprint;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.Sift;
import fellowship.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * What shapes know beside the row.
 *
 * @param output the data set
 * @param columns what rows hold where they reach it
 * @param compared whether they carry a verdict
 * @param ranked whether they carry rankings
 * @param paired whether they carry a preference
 * @param margins whether trainers get the margin
 * @param soft whether trainers get a soft label
 * @param workflow the script's name
 * @param fingerprint of the plan
 * @param seed of the plan
 */
public record ShapeContext(
        Step.Into output,
        RowType columns,
        boolean compared,
        boolean ranked,
        boolean paired,
        boolean margins,
        boolean soft,
        String workflow,
        String fingerprint,
        long seed) {

    /** Without margins and soft labels. */
    public ShapeContext(
            Step.Into output,
            RowType columns,
            boolean compared,
            boolean ranked,
            boolean paired,
            String workflow,
            String fingerprint,
            long seed) {
        this(output, columns, compared, ranked, paired, false, false, workflow, fingerprint, seed);
    }

    /** @throws IllegalArgumentException when the plan does not lead to the output from a file */
    public static ShapeContext of(Plan plan, Step.Into output) {
        boolean compared = false;
        boolean ranked = false;
        boolean paired = false;
        boolean margins = false;
        boolean soft = false;
        for (Step step = output; ; ) {
            compared |= step instanceof Step.Compare;
            ranked |= step instanceof Step.Rank;
            paired |= step instanceof Step.Pairs;
            margins |= step instanceof Sift.Margins;
            soft |= step instanceof Sift.Weak weak && weak.fate() == Fate.soften;
            Optional<RowType> type = step.makes();
            if (type.isPresent()) {
                return new ShapeContext(
                        output,
                        type.get(),
                        compared,
                        ranked,
                        paired,
                        margins,
                        soft,
                        plan.name(),
                        Fingerprint.of(plan),
                        plan.seed());
            }
            String id = step.id();
            step = step.input()
                    .flatMap(plan::step)
                    .orElseThrow(() -> new IllegalArgumentException("nothing leads to " + id));
        }
    }

    /** One for each data set of a plan, in its order. */
    public static List<ShapeContext> of(Plan plan) {
        return plan.outputs().stream().map(output -> of(plan, output)).toList();
    }
}
