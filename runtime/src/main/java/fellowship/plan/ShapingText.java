package fellowship.plan;

import java.util.Optional;
import java.util.stream.Collectors;

/** The steps that shape rows and drafts, in a few words. */
final class ShapingText {

    private ShapingText() {}

    /** Empty for steps of other kinds. */
    static Optional<String> of(Step step) {
        if (step instanceof Shape.Explode explode) {
            return Optional.of("to rows of " + String.join(", ", explode.type().names()));
        }
        if (step instanceof Shape.Join join) {
            return Optional.of("with " + join.file() + " by " + join.by());
        }
        if (step instanceof Shape.Cross cross) {
            return Optional.of(cross.values().entrySet().stream()
                            .map(column -> column.getValue().size() + " of " + column.getKey())
                            .collect(Collectors.joining(" x "))
                    + ", " + cross.size() + " rows of each");
        }
        if (step instanceof Shape.Ask ask) {
            return Optional.of(ask.agent() + (ask.samples() > 1 ? ", " + ask.samples() + " times," : "") + " to "
                    + ask.into().orElseGet(() -> String.join(", ", ask.type().names())));
        }
        if (step instanceof Shape.Texts texts) {
            return Optional.of("from " + String.join(", ", texts.columns()));
        }
        if (step instanceof Shape.Measure measure) {
            return Optional.of(
                    measure.name() + ": " + PlanTable.oneLine(measure.function().source()));
        }
        if (step instanceof Shape.Choose choose) {
            return Optional.of("the " + choose.pick() + " draft");
        }
        if (step instanceof Shape.Review review) {
            return Optional.of("drafts by " + String.join(", ", review.reviewers()));
        }
        return step instanceof Shape.Revise revise ? Optional.of("drafts by " + revise.writer()) : Optional.empty();
    }
}
