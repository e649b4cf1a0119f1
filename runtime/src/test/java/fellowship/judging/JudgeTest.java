package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.chat.ChatRequest;
import fellowship.plan.Brief;
import fellowship.plan.Criterion;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.plan.Marking.Style;
import fellowship.plan.OrderRule;
import fellowship.plan.Orders;
import fellowship.plan.Scale;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One judge and its rules. */
class JudgeTest {

    private static String choice(String verdict) {
        return "{\"rationale\": \"so it is\", \"verdict\": \"" + verdict + "\"}";
    }

    private static String scores(double a, double b) {
        return "{\"rationale\": \"so it is\", \"score_a\": " + a + ", \"score_b\": " + b + "}";
    }

    private static boolean straight(ChatRequest request) {
        return Sight.of(request).first("because");
    }

    @Test
    void aJudgeOfTwoOrdersThatDifferIsShownBothOfItsJudgments() {
        Bench bench = Bench.answering(request -> choice(Bench.last(request).contains("twice") ? "B" : "A"));

        Verdict verdict = bench.verdict(Bench.direct("judge").with(Bench.both(OrderRule.synthesise)));

        assertThat(bench.asked).hasSize(3);
        Sight third = Sight.of(bench.asked.get(2));
        assertThat(third.between("your judgment 1, A was shown first")).contains("so it is", "So: A is better.");
        assertThat(third.between("your judgment 2, B was shown first")).contains("So: B is better.");
        assertThat(third.between("answer A")).isEqualTo("because");
        assertThat(verdict.outcome()).isEqualTo(Outcome.SECOND);
        assertThat(verdict.flipped()).isTrue();
        assertThat(verdict.judgments()).hasSize(3);
    }

    @Test
    void aJudgeOfTwoOrdersThatAgreeIsNotAskedAgain() {
        Bench bench = Bench.answering(request -> choice(straight(request) ? "A" : "B"));

        Verdict verdict = bench.verdict(Bench.direct("judge").with(Bench.both(OrderRule.synthesise)));

        assertThat(bench.asked).hasSize(2);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FIRST);
    }

    @Test
    void anUnreadableThirdJudgmentDecidesNothing() {
        Bench bench = Bench.answering(
                request -> request.messages().stream().anyMatch(m -> m.text().contains("twice")) ? "hm" : choice("A"));

        Verdict verdict = bench.verdict(Bench.direct("judge").with(Bench.both(OrderRule.synthesise)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void oneOrderIsDrawnByRowAndBalancesOverRows() {
        Bench bench = Bench.answering(request -> choice("A"));
        Judge judge = Bench.direct("judge").with(Orders.one());
        int swapped = 0;
        for (int i = 0; i < 1_000; i++) {
            Verdict verdict = bench.verdict(Bench.row("row " + i), Bench.GOOD, Bench.BAD, judge);
            boolean turned = verdict.judgments().get(0).swapped();
            swapped += turned ? 1 : 0;
            assertThat(verdict.outcome()).isEqualTo(turned ? Outcome.SECOND : Outcome.FIRST);
            assertThat(straight(bench.asked.get(i))).isEqualTo(!turned);
        }
        assertThat(bench.asked).hasSize(1_000);
        assertThat(swapped).isBetween(450, 550);

        Verdict again = bench.verdict(Bench.row("row 3"), Bench.GOOD, Bench.BAD, judge);
        assertThat(bench.asked.get(1_000)).isEqualTo(bench.asked.get(3));
        assertThat(again.judgments()).hasSize(1);
    }

    @Test
    void whoScoresEachAloneIsAskedOnceForEach() {
        Bench bench = Bench.answering(request -> "{\"rationale\": \"r\", \"score\": "
                + (Sight.of(request).between("answer").equals("because") ? 8 : 3) + "}");

        Verdict verdict = bench.verdict(Bench.judge("judge", Form.INDEPENDENT).with(Bench.both(OrderRule.average)));

        assertThat(bench.asked).hasSize(2);
        assertThat(bench.asked).noneMatch(request -> Bench.last(request).contains("answer B"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdict.margin()).isEqualTo(5);
        assertThat(verdict.judgments()).hasSize(1);
        assertThat(verdict.judgments().get(0).replies()).hasSize(2);
    }

    @Test
    void ofTwoLoneScoresAnUnreadableOneLeavesNothing() {
        Bench bench =
                Bench.answering(request -> Sight.of(request).between("answer").equals("because")
                        ? "{\"rationale\": \"r\", \"score\": 8}"
                        : "no idea");

        Verdict verdict = bench.verdict(Bench.judge("judge", Form.INDEPENDENT));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.judgments()).singleElement().satisfies(judgment -> assertThat(judgment.readable())
                .isFalse());
    }

    /** FairEval with k = 3: CS_A = (9 + 8 + 7 + 6 + 6 + 6) / 6 = 7, CS_B = (5 + 6 + 7 + 7 + 6 + 5) / 6 = 6. */
    @Test
    void samplesOfBothOrdersAreAveraged() {
        double[][] said = {{9, 5}, {8, 6}, {7, 7}, {7, 6}, {6, 6}, {5, 6}};
        Bench bench = Bench.answering(request -> {
            double[] pair = said[request.draw() + (straight(request) ? 0 : 3)];
            return scores(pair[0], pair[1]);
        });

        Verdict verdict = bench.verdict(
                Bench.scoring("judge").with(Bench.both(OrderRule.average)).withSamples(3));

        assertThat(bench.asked).hasSize(6).doesNotHaveDuplicates();
        assertThat(verdict.outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdict.margin()).isCloseTo(1, within(1e-9));
        assertThat(verdict.judgments()).extracting(Judgment::sample).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(verdict.judgments())
                .extracting(Judgment::swapped)
                .containsExactly(false, false, false, true, true, true);
    }

    @Test
    void aRubricIsWeighed() {
        Marking marking = new Marking(
                Form.COMBINED,
                Scale.outOf(10),
                List.of(new Criterion("clarity", 1, "clear"), new Criterion("truth", 3, "true")),
                Reasons.NONE,
                false,
                Style.JSON);
        Bench bench =
                Bench.answering(request -> "{\"clarity_a\": 10, \"clarity_b\": 2, \"truth_a\": 2, \"truth_b\": 6}");

        Verdict verdict = bench.verdict(Bench.scoring("judge").with(marking).with(Orders.one()));

        Judgment judgment = verdict.judgments().get(0);
        Judgment.Scores seen = new Judgment.Scores(4, 5);
        Judgment.Scores turned = new Judgment.Scores(5, 4);
        assertThat(judgment.opinion()).isEqualTo(judgment.swapped() ? turned : seen);
        assertThat(judgment.parts().keySet()).containsExactly("clarity", "truth");
        assertThat(Bench.last(bench.asked.get(0))).contains("- clarity: clear", "- truth: true");
    }

    @Test
    void namesOfAScaleHaveTheirScores() {
        Map<String, Double> levels = new LinkedHashMap<>();
        levels.put("poor", 1.0);
        levels.put("good", 4.0);
        Bench bench =
                Bench.answering(request -> "{\"rationale\": \"r\", \"score_a\": \"good\", \"score_b\": \"poor\"}");

        Verdict verdict = bench.verdict(Bench.scoring("judge")
                .with(Marking.standard().with(Scale.named(levels)))
                .with(Bench.both(OrderRule.swapSum)));

        assertThat(verdict.judgments().get(0).opinion()).isEqualTo(new Judgment.Scores(4, 1));
        assertThat(verdict.judgments().get(1).opinion()).isEqualTo(new Judgment.Scores(1, 4));
        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
        assertThat(Bench.last(bench.asked.get(0))).contains("one of: poor, good");
    }

    @Test
    void aReferenceAPersonAndCriteriaAreTold() {
        Brief brief = new Brief(
                Optional.of(PromptTemplate.parse("Only brevity counts in {{year}}.")),
                PromptTemplate.parse("Q: {{prompt}}"),
                Optional.of(PromptTemplate.parse("{{gold}}")),
                Optional.of(PromptTemplate.parse("{{who}}")));
        Bench bench = Bench.answering(request -> choice("tie"));

        bench.verdict(
                Bench.row("r1", Map.of("prompt", "why?", "gold", "thus", "who", "a retired nurse", "year", 2026)),
                Bench.GOOD,
                Bench.BAD,
                Bench.direct("judge").with(brief));

        Sight sight = Sight.of(bench.asked.get(0));
        assertThat(sight.between("question")).isEqualTo("Q: why?");
        assertThat(sight.between("reference answer")).isEqualTo("thus");
        assertThat(sight.between("person")).isEqualTo("a retired nurse");
        assertThat(bench.asked.get(0).messages().get(0).text()).startsWith("Only brevity counts in 2026.");
    }

    @Test
    void howSureItIsIsAShare() {
        Marking sure = new Marking(Form.DIRECT, Scale.outOf(10), List.of(), Reasons.FIRST, true, Style.AUTO);
        Bench bench = Bench.answering(request -> "{\"rationale\": \"r\", \"verdict\": \"A\", \"certainty\": 65}");

        Verdict verdict = bench.verdict(Bench.direct("judge").with(sure));

        assertThat(verdict.judgments())
                .allSatisfy(judgment -> assertThat(judgment.certainty()).hasValue(0.65));
    }

    @Test
    void withoutProbabilitiesAnExpectedScoreIsTheMeanOfItsSamples() {
        int[] said = {7, 8, 8, 2, 3, 1};
        Bench bench = Bench.answering(request ->
                "" + said[request.draw() + (Sight.of(request).between("answer").equals("because") ? 0 : 3)]);
        Judge judge = Bench.judge("judge", Form.EXPECTED)
                .with(Marking.standard().with(Form.EXPECTED).with(Scale.outOf(9)))
                .withSamples(3);

        Verdict verdict = bench.verdict(judge);

        assertThat(bench.asked).hasSize(6);
        assertThat(bench.asked)
                .allSatisfy(
                        request -> assertThat(request.sampling().topLogprobs()).hasValue(20));
        assertThat(bench.asked)
                .allSatisfy(request -> assertThat(request.schema()).isEmpty());
        assertThat(verdict.margin()).isCloseTo(23 / 3.0 - 2, within(1e-9));
    }

    @Test
    void withoutProbabilitiesTruthIsTheShareOfVotes() {
        Bench bench = Bench.answering(request -> request.draw() == 2 ? "B" : "A");
        Judge judge = Bench.judge("judge", Form.TRUTH).withSamples(4);

        List<Judgment> judgments = Objects.requireNonNull(bench.annotators(judge)
                .scoring("judge")
                .score(Bench.row("r1"), Bench.GOOD)
                .block());

        Draft draft = Bench.GOOD;
        for (Judgment judgment : judgments) {
            draft = draft.withJudgment(judgment);
        }
        assertThat(draft.score()).hasValue(0.75);
        assertThat(Bench.last(bench.asked.get(0))).contains("(A) true", "(B) false");
    }

    @Test
    void aPlantDecidesNothingAndIsToldFromItsOwnSide() {
        Bench bench = Bench.answering(request -> choice("A"));
        Judge judge =
                Bench.direct("judge").with(Bench.both(OrderRule.consistent)).withPlants(1);

        Verdict verdict = bench.verdict(judge);

        assertThat(verdict.plants()).singleElement().satisfies(plant -> {
            assertThat(plant.won()).isFalse();
            assertThat(plant.outcome()).isEqualTo(Outcome.TIE);
            assertThat(plant.judgments()).hasSize(2);
        });
        assertThat(verdict.judgments()).hasSize(2);
        assertThat(verdict.outcome()).isEqualTo(Outcome.TIE);
    }
}
