package fellowship.plan;

import java.util.Map;
import java.util.Optional;

/** Judges can do what is asked of them, and nobody judges its own model's work unnoticed. */
final class JudgeChecks {

    private final Plan plan;
    private final Problems problems;

    JudgeChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check() {
        plan.judges().stream()
                .filter(judge ->
                        judge.marking().scale().most() - judge.marking().scale().least() < 1)
                .forEach(judge -> problems.error(judge.at(), "a scale needs two scores or more"));
        Map<String, Upstream> after = Upstream.of(plan);
        for (Step step : plan.steps()) {
            Optional<Upstream> rows = step.input().map(after::get);
            if (rows.isPresent()) {
                judgeOf(step).flatMap(plan::judge).ifPresent(judge -> ownWork(step, judge, rows.get()));
            }
        }
    }

    private static Optional<String> judgeOf(Step step) {
        if (step instanceof Step.Score score) {
            return Optional.of(score.annotator());
        }
        return step instanceof Step.Compare compare && compare.columns().isEmpty()
                ? Optional.of(compare.annotator())
                : Optional.empty();
    }

    private void ownWork(Step step, Judge judge, Upstream rows) {
        rows.writers().stream()
                .flatMap(name -> plan.agent(name).stream())
                .filter(writer -> writer.model().equals(judge.model()))
                .map(Agent::name)
                .sorted()
                .findFirst()
                .ifPresent(writer -> problems.warning(
                        step.at(),
                        "judge '" + judge.name() + "' and writer '" + writer + "' are one model, '" + judge.model()
                                + "'; judges favour what they wrote themselves, bind the judge to another one"));
    }
}
