package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.judging.Ranking;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A judge puts all drafts in order; a draft's score is how many others it beats on the mean. */
final class RankRunner implements StepRunner<Step.Rank> {

    private final Annotators annotators;

    RankRunner(Annotators annotators) {
        this.annotators = annotators;
    }

    @Override
    public Mono<StepResult> run(Step.Rank step, Row row) {
        if (row.drafts().size() < 2) {
            throw RejectedException.of(
                    step.id(), "candidates", "there are " + row.drafts().size() + " drafts to rank, not 2 or more");
        }
        return annotators.ranking(step.annotator()).rank(row, step.orders()).map(rankings -> {
            if (rankings.stream().noneMatch(Judgment::readable)) {
                throw CompareRunner.unreadable(step, rankings, rankings.get(0));
            }
            Map<String, Double> beaten = Ranking.beaten(rankings);
            List<Draft> drafts = new ArrayList<>();
            row.drafts()
                    .forEach(draft -> drafts.add(draft.withJudgment(
                            Judgment.of(step.annotator(), new Judgment.Score(beaten.getOrDefault(draft.id(), 0.0))))));
            return StepResult.of(row.withDrafts(drafts).withRankings(rankings));
        });
    }
}
