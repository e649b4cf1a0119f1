package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.prompt.Answer;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A judge scores each draft on its own, all at once. One unreadable score rejects the row: it is never a zero. */
final class ScoreRunner implements StepRunner<Step.Score> {

    private final Plan plan;
    private final Asking asking;
    private final Dice dice;

    ScoreRunner(Plan plan, Asking asking, Dice dice) {
        this.plan = plan;
        this.asking = asking;
        this.dice = dice;
    }

    @Override
    public Mono<StepResult> run(Step.Score step, Row row) {
        Judge judge = plan.judge(step.annotator()).orElseThrow();
        Judging judging = new Judging(judge, row, dice);
        return Flux.fromIterable(row.drafts())
                .flatMapSequential(
                        draft -> score(step, judging, draft),
                        Math.max(1, row.drafts().size()),
                        1)
                .collectList()
                .map(drafts -> StepResult.of(row.withDrafts(drafts)));
    }

    private Mono<Draft> score(Step.Score step, Judging judging, Draft draft) {
        return asking.ask(judging.alone(draft.text())).map(asked -> {
            if (asked.answer() instanceof Answer.Unreadable<Map<String, Object>> unreadable) {
                throw RejectedException.unreadable(step.id(), unreadable.why(), asked);
            }
            Map<String, Object> fields = ((Answer.Read<Map<String, Object>>) asked.answer()).value();
            double score = ((Number) Objects.requireNonNull(fields.get("score"))).doubleValue();
            return draft.withJudgment(Judgment.of(step.annotator(), new Judgment.Score(score)));
        });
    }
}
