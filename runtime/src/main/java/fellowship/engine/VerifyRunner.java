package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.judging.Verifying;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import java.util.List;
import reactor.core.publisher.Mono;

/** A judge goes through each draft step by step. What cannot be read rejects the row. */
final class VerifyRunner implements StepRunner<Step.Verify> {

    private final Annotators annotators;

    VerifyRunner(Annotators annotators) {
        this.annotators = annotators;
    }

    @Override
    public Mono<StepResult> run(Step.Verify step, Row row) {
        Verifying verifying = annotators.verifying(step.annotator());
        return Candidates.each(step, row, step.columns(), draft -> verifying
                .verify(row, draft)
                .map(one -> verified(step, draft, one)));
    }

    private static Draft verified(Step.Verify step, Draft draft, Judgment judgment) {
        if (!judgment.readable()) {
            throw CompareRunner.unreadable(step, List.of(judgment), judgment);
        }
        return draft.withJudgment(judgment);
    }
}
