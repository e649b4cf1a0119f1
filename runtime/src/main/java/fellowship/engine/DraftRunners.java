package fellowship.engine;

import fellowship.plan.Shape;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The steps that make or score drafts and ask no model. */
final class DraftRunners {

    private DraftRunners() {}

    static Mono<StepResult> texts(Shape.Texts step, Row row) {
        return Mono.fromSupplier(() -> {
            List<Draft> drafts = new ArrayList<>();
            for (String column : step.columns()) {
                if (row.columns().get(column) instanceof List<?> list) {
                    for (int i = 0; i < list.size(); i++) {
                        drafts.add(Draft.given(column + (i + 1), String.valueOf(list.get(i))));
                    }
                } else {
                    drafts.addAll(Candidates.of(step, row, List.of(column)));
                }
            }
            return drafts.isEmpty() ? new StepResult.Left("no texts") : StepResult.of(row.withDrafts(drafts));
        });
    }

    /** A measure that is no number says nothing of the draft: the row is rejected and not scored with it. */
    static Mono<StepResult> measure(Shape.Measure step, Row row) {
        return Mono.fromSupplier(() -> StepResult.of(row.withDrafts(
                row.drafts().stream().map(draft -> measured(step, row, draft)).toList())));
    }

    private static Draft measured(Shape.Measure step, Row row, Draft draft) {
        double value = step.function().function().of(row, draft);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the measure '" + step.name() + "' of draft " + draft.id() + " is " + value + ", not a number");
        }
        return draft.withJudgment(Judgment.of(step.name(), new Judgment.Score(value)));
    }
}
