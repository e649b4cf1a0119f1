package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.judging.Settled;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.List;
import reactor.core.publisher.Mono;

/** An annotator compares two candidates. A verdict of which nothing could be read rejects the row;
 * of a debate its closing judgments, whatever was said before. */
final class CompareRunner implements StepRunner<Step.Compare> {

    private final Plan plan;
    private final Annotators annotators;
    private final Knowledge knowledge;

    CompareRunner(Plan plan, Annotators annotators, Knowledge knowledge) {
        this.plan = plan;
        this.annotators = annotators;
        this.knowledge = knowledge;
    }

    @Override
    public Mono<StepResult> run(Step.Compare step, Row row) {
        List<Draft> candidates = Candidates.of(step, row, step.columns());
        if (candidates.size() != 2) {
            throw RejectedException.of(
                    step.id(), "candidates", "there are " + candidates.size() + " drafts to compare, not 2");
        }
        boolean learning = plan.learns(step) && !knowledge.has(step);
        Settled settled = knowledge.settled().getOrDefault(step.id(), Settled.nothing());
        if (plan.learns(step) && !learning && !settled.ballots().containsKey(row.id())) {
            throw RejectedException.of(
                    step.id(),
                    "not-learned",
                    "this row could not be judged when all others were, so nothing was learned of it; run again with"
                            + " retry --failed");
        }
        return annotators
                .comparing(step.annotator(), settled)
                .compare(row, candidates.get(0), candidates.get(1))
                .map(verdict -> {
                    readable(step, verdict);
                    Row judged = row.withVerdict(verdict);
                    return learning ? new StepResult.Held(Annotators.observation(judged)) : StepResult.of(judged);
                });
    }

    static void readable(Step.Compare step, Verdict verdict) {
        boolean talked = verdict.votes().stream().anyMatch(vote -> vote.stage() == Vote.Stage.CLOSING);
        boolean nobody = verdict.votes().stream()
                .filter(vote -> !talked || vote.stage() == Vote.Stage.CLOSING)
                .allMatch(vote -> vote.outcome() == Outcome.UNDECIDED);
        verdict.judgments().stream()
                .filter(judgment -> nobody && !judgment.readable())
                .findFirst()
                .ifPresent(judgment -> {
                    throw unreadable(step, verdict.judgments(), judgment);
                });
    }

    /** Names the calls of all judgments that could not be read, so that they can be asked again. */
    static RejectedException unreadable(Step step, List<Judgment> all, Judgment first) {
        return RejectedException.unreadable(
                step.id(),
                first,
                all.stream().filter(judgment -> !judgment.readable()).toList());
    }
}
