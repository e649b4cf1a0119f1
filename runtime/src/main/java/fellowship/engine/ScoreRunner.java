package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.judging.Scoring;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A judge or a jury scores each draft on its own, all at once. A draft without any readable score rejects the row: it is
 * never a zero.
 */
final class ScoreRunner implements StepRunner<Step.Score> {

    private final Annotators annotators;

    ScoreRunner(Annotators annotators) {
        this.annotators = annotators;
    }

    @Override
    public Mono<StepResult> run(Step.Score step, Row row) {
        Scoring scoring = annotators.scoring(step.annotator());
        return Candidates.each(
                step, row, step.columns(), draft -> scoring.score(row, draft).map(all -> scored(step, draft, all)));
    }

    private static Draft scored(Step.Score step, Draft draft, List<Judgment> judgments) {
        if (judgments.stream().noneMatch(Judgment::readable)) {
            throw CompareRunner.unreadable(step, judgments, judgments.get(0));
        }
        Draft scored = draft;
        for (Judgment judgment : judgments) {
            scored = scored.withJudgment(judgment);
        }
        return scored;
    }
}
