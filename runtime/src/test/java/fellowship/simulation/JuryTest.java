package fellowship.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.engine.Knowledge;
import fellowship.engine.RowResult;
import fellowship.judging.Learning;
import fellowship.judging.Observation;
import fellowship.judging.Settled;
import fellowship.plan.Annotator;
import fellowship.plan.Jury;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.SettleRule;
import fellowship.plan.Step;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Five jurors of known reliability, one of them much better than the rest, each asked once for each pair. */
class JuryTest {

    private static final int ROWS = 800;
    private static final List<Juror> JURORS = List.of(
            Juror.fair("good", 0.3),
            Juror.fair("poor", 3),
            Juror.fair("bad", 4),
            Juror.fair("worse", 5),
            Juror.fair("worst", 6));

    private static Jury jury(SettleRule rule, Optional<Jury.Sequence> sequence) {
        return new Jury(
                "panel",
                JURORS.stream().map(Juror::name).toList(),
                rule,
                Map.of(),
                Jury.FamilyRule.warn,
                sequence,
                House.AT);
    }

    private static Plan plan(Jury jury) {
        List<Annotator> annotators = new ArrayList<>();
        JURORS.forEach(juror -> annotators.add(House.judge(juror, Orders.one(), 0, 0)));
        annotators.add(jury);
        return House.plan(
                5, List.of(), annotators, new Step.Compare("compared", "rows", "panel", List.of("a", "b"), House.AT));
    }

    private static List<RowResult> play(Jury jury, Knowledge knowledge) {
        House house = new House(plan(jury), knowledge);
        List<RowResult> results = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            results.add(house.play(row, GoldSimulation.columns(0, row)));
        }
        return results;
    }

    private static List<Verdict> verdicts(List<RowResult> results) {
        return results.stream()
                .map(result -> result.judged().get(0).row().verdict().orElseThrow())
                .toList();
    }

    private static double accuracy(List<Verdict> verdicts) {
        return (double) verdicts.stream()
                        .filter(verdict -> verdict.outcome()
                                == (GoldSimulation.quality(verdict.first().text())
                                                > GoldSimulation.quality(
                                                        verdict.second().text())
                                        ? Outcome.FIRST
                                        : Outcome.SECOND))
                        .count()
                / verdicts.size();
    }

    private static double asked(List<Verdict> verdicts) {
        return verdicts.stream()
                .mapToInt(verdict -> verdict.judgments().size())
                .average()
                .orElseThrow();
    }

    /** The mean number of jurors until three say the same, and how often these three are right. */
    private static double[] predicted() {
        Population population = new Population(GoldSimulation.A, GoldSimulation.B);
        return new double[] {
            population.mean(pair -> until(pair, 0, 0, 0, 1)[0]), population.mean(pair -> until(pair, 0, 0, 0, 1)[1])
        };
    }

    private static double[] until(Population.Pair pair, int place, int first, int second, double probability) {
        if (first == 3 || second == 3) {
            return new double[] {probability * place, (first == 3) == (pair.quality() > 0) ? probability : 0};
        }
        double says = JURORS.get(place).drawn(pair)[0];
        double[] one = until(pair, place + 1, first + 1, second, probability * says);
        double[] other = until(pair, place + 1, first, second + 1, probability * (1 - says));
        return new double[] {one[0] + other[0], one[1] + other[1]};
    }

    @Test
    void aSequentialJurySavesTheCallsThatArePredictedAndChangesNoVerdict() {
        List<Verdict> all = verdicts(play(jury(SettleRule.majority, Optional.empty()), Knowledge.nothing()));
        List<Verdict> some = verdicts(play(
                jury(SettleRule.majority, Optional.of(new Jury.Sequence(OptionalDouble.empty()))),
                Knowledge.nothing()));
        List<Verdict> fewer = verdicts(play(
                jury(SettleRule.majority, Optional.of(new Jury.Sequence(OptionalDouble.of(0.7)))),
                Knowledge.nothing()));
        double[] predicted = predicted();
        House.tell(
                "jury of five: asked %.2f, right %.3f (predicted %.3f); until settled: asked %.2f (predicted %.2f), right"
                        + " %.3f; until 70 %% sure: asked %.2f, right %.3f",
                asked(all),
                accuracy(all),
                predicted[1],
                asked(some),
                predicted[0],
                accuracy(some),
                asked(fewer),
                accuracy(fewer));

        assertThat(asked(all)).isEqualTo(5);
        assertThat(some.stream().map(Verdict::outcome))
                .isEqualTo(all.stream().map(Verdict::outcome).toList());
        // Between three and five jurors: a standard deviation of 1 at most; four standard errors.
        assertThat(asked(some)).isBetween(predicted[0] - 4 / Math.sqrt(ROWS), predicted[0] + 4 / Math.sqrt(ROWS));
        double error = Math.sqrt(predicted[1] * (1 - predicted[1]) / ROWS);
        assertThat(accuracy(all)).isBetween(predicted[1] - 4 * error, predicted[1] + 4 * error);
        assertThat(asked(fewer)).isLessThan(asked(some));
        assertThat(accuracy(fewer)).isGreaterThan(accuracy(all) - 0.05);
    }

    @Test
    void dawidAndSkeneFindTheGoodJurorWithoutGold() {
        double majority = accuracy(verdicts(play(jury(SettleRule.majority, Optional.empty()), Knowledge.nothing())));
        Jury learning = jury(SettleRule.dawidSkene, Optional.empty());
        List<Observation> observations = play(learning, Knowledge.nothing()).stream()
                .map(result -> result.held().get(0).observation())
                .toList();
        Settled settled = Learning.settle(learning, juror -> juror, observations);
        double learned = accuracy(verdicts(play(learning, Knowledge.nothing().with("compared", settled))));
        Population population = new Population(GoldSimulation.A, GoldSimulation.B);
        double best = population.mean(pair -> JURORS.get(0).drawn(pair)[pair.quality() > 0 ? 0 : 1]);
        House.tell(
                "jury of five: right by majority %.3f, by Dawid and Skene %.3f; its best juror alone %.3f",
                majority, learned, best);

        assertThat(learned).isGreaterThan(majority + 0.05);
        assertThat(learned).isLessThan(best + 0.01);
    }
}
