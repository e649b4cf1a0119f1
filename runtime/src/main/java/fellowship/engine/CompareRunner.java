package fellowship.engine;

import fellowship.ask.Asking;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.prompt.Answer;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.seam.Dice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A judge compares two candidates, in both orders unless the script says otherwise; with one order, which comes first is
 * drawn for each row, so that over a data set the orders balance.
 */
final class CompareRunner implements StepRunner<Step.Compare> {

    private final Plan plan;
    private final Asking asking;
    private final Dice dice;

    CompareRunner(Plan plan, Asking asking, Dice dice) {
        this.plan = plan;
        this.asking = asking;
        this.dice = dice;
    }

    @Override
    public Mono<StepResult> run(Step.Compare step, Row row) {
        Judge judge = plan.judge(step.annotator()).orElseThrow();
        List<Draft> candidates = candidates(step, row);
        Judging judging = new Judging(judge, row, dice);
        boolean drawn = dice.split("order").split(step.id()).split(row.id()).below(2) == 1;
        List<Boolean> orders = judge.orders().both() ? List.of(false, true) : List.of(drawn);
        return Flux.fromIterable(orders)
                .flatMapSequential(swapped -> judge(step, judging, candidates, swapped), 2, 1)
                .collectList()
                .map(judgments -> StepResult.of(row.withVerdict(
                        Settling.settle(step.annotator(), candidates.get(0), candidates.get(1), judgments))));
    }

    private static List<Draft> candidates(Step.Compare step, Row row) {
        if (step.columns().isEmpty()) {
            if (row.drafts().size() != 2) {
                throw RejectedException.of(
                        step.id(), "candidates", "there are " + row.drafts().size() + " drafts to compare, not 2");
            }
            return row.drafts();
        }
        return step.columns().stream()
                .map(column -> Draft.given(
                        column,
                        Optional.ofNullable(row.columns().get(column))
                                .map(String::valueOf)
                                .orElseThrow(() -> RejectedException.of(
                                        step.id(), "candidates", "the column " + column + " is empty in this row"))))
                .toList();
    }

    private Mono<Judgment> judge(Step.Compare step, Judging judging, List<Draft> candidates, boolean swapped) {
        String a = candidates.get(swapped ? 1 : 0).text();
        String b = candidates.get(swapped ? 0 : 1).text();
        return asking.ask(judging.both(a, b)).map(asked -> {
            if (asked.answer() instanceof Answer.Unreadable<Map<String, Object>> unreadable) {
                throw RejectedException.unreadable(step.id(), unreadable.why(), asked);
            }
            Map<String, Object> fields = ((Answer.Read<Map<String, Object>>) asked.answer()).value();
            return Judgment.of(step.annotator(), opinion(fields, swapped)).withSwapped(swapped);
        });
    }

    /** What the judge said of A and B, told of the row's first and second candidate. */
    private static Judgment.Opinion opinion(Map<String, Object> fields, boolean swapped) {
        Object verdict = fields.get("verdict");
        if (verdict != null) {
            Outcome seen =
                    switch (verdict.toString()) {
                        case "A" -> Outcome.FIRST;
                        case "B" -> Outcome.SECOND;
                        default -> Outcome.TIE;
                    };
            return new Judgment.Choice(swapped ? seen.swapped() : seen);
        }
        double a = ((Number) Objects.requireNonNull(fields.get("score_a"))).doubleValue();
        double b = ((Number) Objects.requireNonNull(fields.get("score_b"))).doubleValue();
        return swapped ? new Judgment.Scores(b, a) : new Judgment.Scores(a, b);
    }
}
