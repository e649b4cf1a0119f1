package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A judge goes through each draft step by step. What cannot be read rejects the row. */
final class VerifyRunner implements StepRunner<Step.Verify> {

    private final Annotators annotators;

    VerifyRunner(Annotators annotators) {
        this.annotators = annotators;
    }

    @Override
    public Mono<StepResult> run(Step.Verify step, Row row) {
        List<Draft> drafts = Candidates.of(step, row, step.columns());
        return Flux.fromIterable(drafts)
                .flatMapSequential(
                        draft -> annotators
                                .verifying(step.annotator())
                                .verify(row, draft)
                                .map(judgment -> verified(step, draft, judgment)),
                        Math.max(1, drafts.size()),
                        1)
                .collectList()
                .map(verified -> StepResult.of(row.withDrafts(verified)));
    }

    private static Draft verified(Step.Verify step, Draft draft, Judgment judgment) {
        if (!judgment.readable()) {
            throw CompareRunner.unreadable(step, List.of(judgment), judgment);
        }
        return draft.withJudgment(judgment);
    }
}
