package fellowship.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.engine.Knowledge;
import fellowship.engine.RowResult;
import fellowship.plan.Annotator;
import fellowship.plan.Criterion;
import fellowship.plan.Debate;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.plan.Marking.Style;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Preparation;
import fellowship.plan.Scale;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A synthetic judge answers in whatever form the judging room asks for. */
class SyntheticJudgeTest {

    private static final Juror SHARP = Juror.fair("sharp", 0);

    private static Judge sharp() {
        return House.judge(SHARP, Orders.standard(), 0, 0);
    }

    private static RowResult play(List<Annotator> annotators, int row, Step... steps) {
        return new House(House.plan(3, List.of(), annotators, steps), Knowledge.nothing())
                .play(row, GoldSimulation.columns(0, row));
    }

    private static Step.Compare compare(String annotator) {
        return new Step.Compare("compared", "rows", annotator, List.of("a", "b"), House.AT);
    }

    private static Verdict verdict(List<Annotator> annotators, String annotator, int row) {
        RowResult result = play(annotators, row, compare(annotator));
        assertThat(result.rejections()).isEmpty();
        return result.judged().get(0).row().verdict().orElseThrow();
    }

    static List<Arguments> markings() {
        List<Arguments> all = new ArrayList<>();
        for (Form form : Form.values()) {
            for (Style style : List.of(Style.JSON, Style.LINES)) {
                for (Reasons reasons : Reasons.values()) {
                    all.add(Arguments.of(
                            form + " in " + style + ", reasons " + reasons,
                            new Marking(form, Scale.outOf(10), List.of(), reasons, true, style)));
                }
            }
        }
        List<Criterion> rubric =
                List.of(new Criterion("sound", 2, "It is right."), new Criterion("clear", 1, "It is."));
        for (Style style : List.of(Style.JSON, Style.LINES)) {
            all.add(Arguments.of(
                    "a rubric in " + style,
                    new Marking(Form.COMBINED, Scale.between(1, 5), rubric, Reasons.FIRST, false, style)));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markings")
    void theBetterOneWinsInEveryForm(String name, Marking marking) {
        int right = 0;
        for (int row = 0; row < 20; row++) {
            Verdict verdict = verdict(List.of(sharp().with(marking)), "sharp", row);
            assertThat(verdict.judgments())
                    .allMatch(Judgment::readable)
                    .allMatch(one -> one.replies().size() <= 2);
            boolean first = GoldSimulation.columns(0, row).get("gold").equals("a");
            right += verdict.outcome() == (first ? Outcome.FIRST : Outcome.SECOND) ? 1 : 0;
            assertThat(verdict.outcome()).isNotEqualTo(first ? Outcome.SECOND : Outcome.FIRST);
        }
        boolean coarse = marking.form() == Form.TRUTH || marking.form() == Form.EXPECTED;
        assertThat(right).isGreaterThanOrEqualTo(coarse ? 5 : 20);
    }

    @Test
    void namedLevelsFollowTheValue() {
        Map<String, Double> levels = new LinkedHashMap<>();
        List.of("bad", "poor", "fair", "good", "best").forEach(level -> levels.put(level, levels.size() + 1.0));
        Judge judge = sharp().with(Marking.standard().with(Scale.named(levels)));
        int decided = 0;
        for (int row = 0; row < 20; row++) {
            Verdict verdict = verdict(List.of(judge), "sharp", row);
            boolean first = GoldSimulation.columns(0, row).get("gold").equals("a");
            assertThat(verdict.outcome()).isNotEqualTo(first ? Outcome.SECOND : Outcome.FIRST);
            decided += verdict.decided() ? 1 : 0;
        }
        assertThat(decided).isBetween(5, 19);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(
            value = Style.class,
            names = {"JSON", "LINES"})
    void debatesRankingsAndPreparationsAreAnswered(Style style) {
        Judge judge = sharp().with(Marking.standard().with(Form.DIRECT).with(style));
        Debate debate = new Debate(
                "debate",
                List.of(new Debate.Seat("a nurse", "sharp"), new Debate.Seat("a teacher", "sharp")),
                2,
                true,
                true,
                true,
                Optional.empty(),
                Orders.standard(),
                House.AT);
        Verdict talked = verdict(List.of(judge, debate), "debate", 1);
        assertThat(talked.decided()).isTrue();
        assertThat(talked.turns()).allMatch(turn -> turn.leaning().isPresent());

        Judge prepared = judge.with(new Preparation(
                        true,
                        List.of(PromptTemplate.parse("For children."), PromptTemplate.parse("For all.")),
                        List.of("length"),
                        2))
                .with(new Orders(true, OrderRule.synthesise));
        Verdict verdict = verdict(List.of(prepared), "sharp", 2);
        assertThat(verdict.decided()).isTrue();
        assertThat(verdict.judgments().get(0).deliberation().context()).isPresent();

        List<Judgment> rankings = play(
                        List.of(judge),
                        3,
                        new Step.Score("scored", "rows", "sharp", List.of("a", "b", "prompt"), House.AT),
                        new Step.Rank("ranked", "scored", "sharp", OptionalInt.empty(), House.AT))
                .judged()
                .get(1)
                .row()
                .rankings();
        assertThat(rankings).hasSize(3).allMatch(Judgment::readable);
        assertThat(rankings.stream().map(Judgment::opinion).distinct()).hasSize(1);

        RowResult steps = play(List.of(judge), 4, new Step.Verify("checked", "rows", "sharp", List.of("a"), House.AT));
        assertThat(steps.rejections()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRepairedAsOftenAsItIsSet() {
        Judge judge = House.judge(new Juror("mute", "judge", 0, 0, 0, 1, 0, 0, 1), Orders.one(), 0, 0);

        assertThat(play(List.of(judge), 1, compare("mute")).rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo("unreadable"));
    }
}
