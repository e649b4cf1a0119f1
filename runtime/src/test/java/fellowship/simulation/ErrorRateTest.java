package fellowship.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.engine.Knowledge;
import fellowship.plan.Annotator;
import fellowship.plan.DatasetType;
import fellowship.plan.Jury;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.SettleRule;
import fellowship.plan.Step;
import fellowship.row.Preference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Of the pairs that a data set gets, so many name the worse answer as chosen: as predicted, and ever fewer. */
class ErrorRateTest {

    private static final int ROWS = 2000;
    private static final Writer ONE = new Writer("one", "llama", 0, 300);
    private static final Writer TWO = new Writer("two", "qwen", 0, 300);
    private static final List<Juror> JURORS = List.of(
            new Juror("x", "judge", 0.9, 0.3, 0, 0.8, 0.1, 0, 0),
            new Juror("y", "judge", 0.7, 0, 0, 0.8, 0.1, 0, 0),
            new Juror("z", "judge", -0.8, -0.3, 0, 0.8, 0.1, 0, 0));

    /** What was emitted: wrong pairs, pairs, and what the integral says of both as shares. */
    private record Emitted(long wrong, long pairs, double wrongShare, double pairShare) {

        double errors() {
            return (double) wrong / pairs;
        }

        /** Within four standard errors. */
        void isAsPredicted(String name) {
            double pairError = Math.sqrt(pairShare * (1 - pairShare) / ROWS);
            double wrongError = Math.sqrt(wrongShare * (1 - wrongShare) / pairs);
            assertThat((double) pairs / ROWS)
                    .as(name + ": pairs")
                    .isBetween(pairShare - 4 * pairError, pairShare + 4 * pairError);
            assertThat(errors())
                    .as(name + ": errors")
                    .isBetween(wrongShare - 4 * wrongError, wrongShare + 4 * wrongError);
        }
    }

    @Test
    void theErrorRateOfEmittedPairsFallsAsPredicted() {
        Juror x = JURORS.get(0);
        Emitted once = emitted("x", Orders.one(), x::drawn);
        Emitted twice = emitted("x", Orders.standard(), x::consistent);
        Emitted jury = emitted(
                "panel", Orders.standard(), pair -> Truth.majority(JURORS, pair).outcome());
        House.tell(
                "errors among emitted pairs: one order %.3f of %d (predicted %.3f), both orders %.3f of %d (%.3f), jury"
                        + " %.3f of %d (%.3f)",
                once.errors(),
                once.pairs(),
                once.wrongShare(),
                twice.errors(),
                twice.pairs(),
                twice.wrongShare(),
                jury.errors(),
                jury.pairs(),
                jury.wrongShare());

        once.isAsPredicted("one order");
        twice.isAsPredicted("both orders");
        jury.isAsPredicted("a jury");
        assertThat(once.errors()).isGreaterThan(twice.errors() + 0.05);
        assertThat(twice.errors()).isGreaterThan(jury.errors() + 0.01);
    }

    private static Emitted emitted(String annotator, Orders orders, Function<Population.Pair, double[]> vote) {
        House house = new House(plan(annotator, orders), Knowledge.nothing());
        long wrong = 0;
        long pairs = 0;
        for (int row = 0; row < ROWS; row++) {
            for (var emission :
                    house.play(row, Map.of("prompt", "Question " + row + "?")).emissions()) {
                Preference pair = emission.row().preference().orElseThrow();
                pairs++;
                wrong += GoldSimulation.quality(pair.chosen().text())
                                < GoldSimulation.quality(pair.rejected().text())
                        ? 1
                        : 0;
            }
        }
        Truth truth = new Truth(new Population(ONE, TWO));
        return new Emitted(wrong, pairs, truth.errors(vote), truth.decided(vote));
    }

    private static Plan plan(String annotator, Orders orders) {
        List<Annotator> annotators = new java.util.ArrayList<>();
        JURORS.forEach(juror -> annotators.add(House.judge(juror, orders, 0, 0)));
        annotators.add(new Jury(
                "panel",
                JURORS.stream().map(Juror::name).toList(),
                SettleRule.majority,
                Map.of(),
                Jury.FamilyRule.warn,
                Optional.empty(),
                House.AT));
        return House.plan(
                1,
                List.of(House.writer(ONE, 0), House.writer(TWO, 0)),
                annotators,
                new Step.Generate("drafts", "rows", List.of("one", "two"), 1, House.AT),
                new Step.Compare("compared", "drafts", annotator, List.of(), House.AT),
                new Step.Pairs("pairs", "compared", new Step.Pairing.Decided(), OptionalDouble.empty(), House.AT),
                new Step.Into("out", "pairs", DatasetType.DPO, "out", OptionalDouble.empty(), House.AT));
    }
}
