package fellowship.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.judging.Strengths;
import fellowship.plan.Pick;
import fellowship.plan.Ranks;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Sample;
import fellowship.seam.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PairsRunnerTest {

    private static StepResult pairs(Step.Pairing how, OptionalDouble minGap, double... scores) {
        List<Draft> drafts = new ArrayList<>();
        for (double score : scores) {
            Draft draft = Draft.given("d" + (drafts.size() + 1), "text " + drafts.size());
            drafts.add(
                    Double.isNaN(score) ? draft : draft.withJudgment(Judgment.of("judge", new Judgment.Score(score))));
        }
        Row row = Row.of(new Sample(0, "r", "f:1", Map.of())).withDrafts(drafts);
        return new PairsRunner(Dice.of(1), new Strengths(Fixture.plan(List.of(), List.of())))
                .run(new Step.Pairs("p", "s", how, minGap, Fixture.AT), row)
                .block();
    }

    private static List<String> made(StepResult result) {
        return ((StepResult.Rows) result)
                .rows().stream()
                        .map(row -> row.preference().orElseThrow())
                        .map(pair -> pair.chosen().id() + ">" + pair.rejected().id() + " "
                                + pair.margin().getAsDouble())
                        .toList();
    }

    @Test
    void theBestIsPreferredToTheWorst() {
        assertThat(made(pairs(new Step.Pairing.Picked(Pick.best, Pick.worst), OptionalDouble.empty(), 5, 9, 2)))
                .containsExactly("d2>d3 7.0");
    }

    @Test
    void theBestIsPreferredToTheFirst() {
        assertThat(made(pairs(new Step.Pairing.Picked(Pick.best, Pick.first), OptionalDouble.empty(), 5, 9, 2)))
                .containsExactly("d2>d1 4.0");
    }

    @Test
    void equalScoresNeverMakeAPair() {
        assertThat(pairs(new Step.Pairing.Picked(Pick.best, Pick.worst), OptionalDouble.empty(), 5, 5))
                .isEqualTo(new StepResult.Left("equal scores"));
        assertThat(pairs(new Step.Pairing.Ranked(Ranks.all), OptionalDouble.of(0), 5, 5, 5))
                .isInstanceOf(StepResult.Left.class);
    }

    @Test
    void aPairIsNeverMadeTheWrongWayRound() {
        assertThat(pairs(new Step.Pairing.Picked(Pick.last, Pick.first), OptionalDouble.empty(), 9, 2))
                .isInstanceOf(StepResult.Left.class);
    }

    @Test
    void aGapBelowTheLeastMakesNoPair() {
        assertThat(pairs(new Step.Pairing.Picked(Pick.best, Pick.worst), OptionalDouble.of(3), 5, 7))
                .isEqualTo(new StepResult.Left("no gap of 3.0"));
    }

    @Test
    void adjacentRanksArePairedAndEqualOnesSkipped() {
        assertThat(made(pairs(new Step.Pairing.Ranked(Ranks.adjacent), OptionalDouble.empty(), 3, 8, 5, 5)))
                .containsExactly("d2>d3 3.0", "d4>d1 2.0");
    }

    @Test
    void allRanksAboveTheMarginArePaired() {
        assertThat(made(pairs(new Step.Pairing.Ranked(Ranks.all), OptionalDouble.of(2), 1, 2, 4)))
                .containsExactly("d3>d2 2.0", "d3>d1 3.0");
    }

    @Test
    void draftsWithoutAScoreAreNotZero() {
        assertThat(pairs(new Step.Pairing.Picked(Pick.best, Pick.worst), OptionalDouble.empty(), 5, Double.NaN))
                .isEqualTo(new StepResult.Left("fewer than two scored drafts"));
    }

    @Test
    void aRandomPickDependsOnSeedAndRowAlone() {
        Step.Pairing random = new Step.Pairing.Picked(Pick.best, Pick.random);
        assertThat(made(pairs(random, OptionalDouble.empty(), 9, 1, 2, 3)))
                .isEqualTo(made(pairs(random, OptionalDouble.empty(), 9, 1, 2, 3)));
    }

    @Test
    void eachPairOfARowHasItsOwnId() {
        StepResult result = pairs(new Step.Pairing.Ranked(Ranks.all), OptionalDouble.empty(), 1, 2, 3);
        assertThat(((StepResult.Rows) result).rows()).extracting(Row::id).containsExactly("r#1", "r#2", "r#3");
        assertThat(((StepResult.Rows) result).rows().get(0).preference().map(Preference::policy))
                .hasValue("all");
    }
}
