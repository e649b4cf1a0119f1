package fellowship.engine;

import fellowship.judging.Annotators;
import fellowship.judging.Settled;
import fellowship.judging.Strengths;
import fellowship.plan.Sift;
import fellowship.row.Row;
import fellowship.row.Strength;
import fellowship.row.Verdict;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * A weak verdict is asked again of a better annotator, whose verdict takes its place. A verdict that nobody could read is the
 * weakest; one that the better annotator leaves unread rejects the row, as in any comparison.
 */
final class EscalateRunner implements StepRunner<Sift.Escalate> {

    private final Annotators annotators;
    private final Knowledge knowledge;
    private final Strengths strengths;

    EscalateRunner(Annotators annotators, Knowledge knowledge, Strengths strengths) {
        this.annotators = annotators;
        this.knowledge = knowledge;
        this.strengths = strengths;
    }

    @Override
    public Mono<StepResult> run(Sift.Escalate step, Row row) {
        Verdict before = row.verdict().orElseThrow();
        Optional<Strength> strength = strengths.of(before, true);
        double sure = strength.map(made -> Math.abs(made.mean())).orElse(0.0);
        if (step.learns() && !knowledge.has(step)) {
            return Mono.just(new StepResult.Noted(new Note.Weight(row.id(), sure)));
        }
        boolean all = step.share().orElse(0) >= 1;
        boolean weak = all
                || (step.learns()
                        ? knowledge.sifted(step).contains(row.id())
                        : sure < step.below().orElse(0));
        if (!weak) {
            return Mono.just(StepResult.of(row));
        }
        return annotators
                .comparing(step.annotator(), Settled.nothing())
                .compare(row, before.first(), before.second())
                .map(verdict -> {
                    CompareRunner.readable(step.comparison(), verdict);
                    return StepResult.of(row.withVerdict(verdict));
                });
    }
}
