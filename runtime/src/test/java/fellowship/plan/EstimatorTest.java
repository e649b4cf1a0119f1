package fellowship.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.plan.Estimate.Load;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Figures worked by hand: 10 rows, prompts of 40 characters (10 tokens), the longest of 400 (100 tokens). */
class EstimatorTest {

    private static final EstimateInput.Source TEN =
            new EstimateInput.Source(10, Map.of("prompt", new EstimateInput.Length(40, 400)));

    /** A dollar for a million tokens sent, two for a million received. */
    private static final EstimateInput.Tariff TARIFF =
            (model, input, output) -> OptionalDouble.of((input + 2 * output) / 1e6);

    private static Estimate estimate(Plan plan) {
        return Estimator.estimate(plan, new EstimateInput(Map.of("tasks", TEN), TARIFF));
    }

    private static void is(Load load, long calls, long input, long output) {
        assertThat(List.of(load.calls(), load.inputTokens(), load.outputTokens()))
                .containsExactly(calls, input, output);
        assertThat(load.usd().orElseThrow()).isCloseTo((input + 2.0 * output) / 1e6, within(1e-6));
    }

    @Test
    void generateAsksOnceForEachSample() {
        Estimate made = estimate(Plans.of(List.of(Plans.writer()), List.of(), Plans.read(), Plans.generate(3)));
        // 10 rows × 3 samples; text replies of 50, 300 and 1,024 tokens.
        is(made.low(), 30, 300, 1_500);
        is(made.expected(), 30, 300, 9_000);
        is(made.worst(), 30, 3_000, 30_720);
    }

    @Test
    void aStopRuleThatHoldsAtOnceLeavesOneDraftAndOneReview() {
        Estimate made = estimate(loop(3));
        Estimate.Line writer = made.lines().get(0);
        is(writer.low(), 10, 100, 500);
        assertThat(made.lines().get(1).low().calls()).isEqualTo(10);
    }

    @Test
    void aLoopIsExpectedToEndAfterEachDraftWithEqualChance() {
        Estimate made = estimate(loop(3));
        // Drafts: (1 + 2 + 3) / 3 = 2 a row. The k-th sends 10 tokens and k × (draft 300 + critique 150
        // + 40 for the words around it): 10, 510 and 1,500 tokens for loops of 1, 2 and 3, a mean of 2,020 / 3.
        is(made.lines().get(0).expected(), 20, 6_734, 6_000);
        // Reviews: the last draft is reviewed too, so 2 a row as well.
        assertThat(made.lines().get(1).expected().calls()).isEqualTo(20);
        assertThat(made.lines().get(1).expected().outputTokens()).isEqualTo(3_000);
    }

    @Test
    void theWorstLoopWritesAllDraftsAndRepairsEachReview() {
        Estimate made = estimate(loop(3));
        // The writer: 3 drafts of 1,024; the k-th sends 100 + k × (1,024 + 1,024 + 40): 300 + 3 × 2,088 = 6,564 a row.
        is(made.lines().get(0).worst(), 30, 65_640, 30_720);
        // The reviewer: 3 reviews, each with a repair turn.
        assertThat(made.lines().get(1).worst().calls()).isEqualTo(60);
        assertThat(made.lines().get(1).worst().outputTokens()).isEqualTo(61_440);
    }

    @Test
    void aRepairTurnSendsTheConversationAndTheReplyAgain() {
        assertThat(Asked.once(100, 20, true, Outlook.WORST)).isEqualTo(new Asked(2, 280, 40));
        assertThat(Asked.once(100, 20, true, Outlook.EXPECTED)).isEqualTo(new Asked(1, 100, 20));
        assertThat(Asked.once(100, 20, false, Outlook.WORST)).isEqualTo(new Asked(1, 100, 20));
    }

    @Test
    void bothOrdersAreTwoCallsInEveryCase() {
        Step.Compare compare = new Step.Compare("verdicts", "drafts", "strict", List.of(), Plans.at(22));
        Plan plan = Plans.of(
                List.of(Plans.writer()),
                List.of(Plans.judge("strict", Marking.Form.DIRECT, true)),
                Plans.read(),
                Plans.generate(2),
                compare);
        Estimate.Line judge = estimate(plan).lines().get(1);
        // Question 10, form 200, two answers of 50: 310 tokens, twice for each of 10 rows; judgments of 20.
        is(judge.low(), 20, 6_200, 400);
        // Two answers of 300: 810.
        is(judge.expected(), 20, 16_200, 3_000);
        // Question 100, form 200, two of 1,024: 2,348; with repair 2 × 2,348 + 1,024 + 60 = 5,780, 2,048 out.
        is(judge.worst(), 40, 115_600, 40_960);
    }

    @Test
    void candidatesInColumnsAreAsLongAsTheColumns() {
        Step.Compare compare =
                new Step.Compare("verdicts", "tasks", "strict", List.of("prompt", "prompt"), Plans.at(22));
        Plan plan =
                Plans.of(List.of(), List.of(Plans.judge("strict", Marking.Form.DIRECT, false)), Plans.read(), compare);
        is(estimate(plan).expected(), 10, 10 * (10 + 200 + 20), 1_500);
    }

    @Test
    void eachDraftIsScoredOnce() {
        Step.Score score = new Step.Score("scored", "drafts", "strict", List.of(), Plans.at(22));
        Plan plan = Plans.of(
                List.of(Plans.writer()),
                List.of(Plans.judge("strict", Marking.Form.COMBINED, true)),
                Plans.read(),
                Plans.generate(4),
                score);
        is(estimate(plan).lines().get(1).expected(), 40, 40 * (10 + 200 + 300), 40 * 150);
    }

    @Test
    void aModelWithoutAPriceIsNamedAndNoDollarsAreGiven() {
        EstimateInput input = new EstimateInput(Map.of("tasks", TEN), (model, in, out) -> OptionalDouble.empty());
        Estimate made = Estimator.estimate(
                Plans.of(List.of(Plans.writer()), List.of(), Plans.read(), Plans.generate(1)), input);
        assertThat(made.unpriced()).containsExactly("writer");
        assertThat(made.worst().usd()).isEmpty();
    }

    @Test
    void aHoleThatStandsTwiceIsSentTwice() {
        double once = Asked.tokens(fellowship.prompt.PromptTemplate.parse("ab {{x}} cd"), Map.of("x", 10.0));
        double twice = Asked.tokens(fellowship.prompt.PromptTemplate.parse("ab {{x}}{{x}} c"), Map.of("x", 10.0));
        assertThat(once).isEqualTo(6 / 4.0 + 10);
        assertThat(twice).isEqualTo(5 / 4.0 + 20);
    }

    private static Plan loop(int atMost) {
        return Plans.of(List.of(Plans.writer(), Plans.critic()), List.of(), Plans.read(), Plans.refine(atMost, true));
    }
}
