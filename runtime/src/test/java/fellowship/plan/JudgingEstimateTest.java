package fellowship.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.plan.Estimate.Load;
import fellowship.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Figures worked by hand: 10 rows whose question takes 10 tokens and whose two candidates take 10 each, so that a judge that
 * sees both is sent 10 + 200 for the form + 20 = 230, and one that sees one 220.
 */
class JudgingEstimateTest {

    private static final EstimateInput INPUT = new EstimateInput(
            Map.of("tasks", new EstimateInput.Source(10, Map.of("prompt", new EstimateInput.Length(40, 40)))),
            (model, input, output) -> OptionalDouble.empty());

    private static final Judge ONE_ORDER = judge("one").with(Orders.one());

    private static Judge judge(String name) {
        return Judge.standard(name, name, Plans.at(11));
    }

    private static Estimate compare(Annotator asked, Judge... members) {
        List<Annotator> all = new ArrayList<>(List.of(members));
        all.add(asked);
        return estimate(
                all, new Step.Compare("verdicts", "tasks", asked.name(), List.of("prompt", "prompt"), Plans.at(22)));
    }

    private static Estimate estimate(List<Annotator> annotators, Step... steps) {
        List<Step> all =
                Stream.concat(Stream.of(Plans.read()), Stream.of(steps)).toList();
        Plan plan =
                new Plan("loop", "", List.of(), Map.of(), Budget.none(), 7, List.of(Plans.writer()), annotators, all);
        return Estimator.estimate(plan, INPUT);
    }

    private static void is(Load load, long calls, long input, long output) {
        assertThat(List.of(load.calls(), load.inputTokens(), load.outputTokens()))
                .containsExactly(calls, input, output);
    }

    private static List<Long> calls(Estimate made) {
        return Stream.<Function<Estimate, Load>>of(Estimate::low, Estimate::expected, Estimate::worst)
                .map(part -> part.apply(made).calls())
                .toList();
    }

    @Test
    void eachAloneIsTwoCallsWhateverTheOrder() {
        Judge alone = judge("alone").with(Marking.standard().with(Marking.Form.INDEPENDENT));
        is(compare(alone).expected(), 20, 20 * 220, 20 * 150);
        is(compare(alone.with(Orders.one())).expected(), 20, 20 * 220, 20 * 150);
    }

    @Test
    void samplesAreTakenInEachOrder() {
        is(compare(judge("often").withSamples(3)).expected(), 60, 60 * 230, 60 * 150);
    }

    @Test
    void anOwnAnswerIsATurnBeforeTheJudgment() {
        Judge first = ONE_ORDER.with(new Preparation(true, List.of(), List.of(), 4));
        // 230 and a reply of 300; then 230 + 300 + 40 = 570 and a judgment of 150.
        is(compare(first).expected(), 20, 10 * (230 + 570), 10 * (300 + 150));
    }

    @Test
    void theChoiceOfAContextIsATurnAndTheContextsAreSent() {
        List<PromptTemplate> contexts = List.of(PromptTemplate.parse("for kids"), PromptTemplate.parse("for folk"));
        Judge choosing = ONE_ORDER.with(new Preparation(false, contexts, List.of(), 4));
        // 230 + 4 for both contexts; then 234 + 150 + 40.
        is(compare(choosing).expected(), 20, 10 * (234 + 424), 20 * 150);
    }

    @Test
    void toolsAreUsedNotAtAllHalfOrAllTheTime() {
        Judge armed = ONE_ORDER.with(new Preparation(false, List.of(), List.of("calculator"), 3));
        // Expected: 2 of 3 uses, 230 + 420 + 610 sent. Worst: 4 turns with a repair each.
        is(compare(armed).expected(), 30, 10 * (230 + 420 + 610), 30 * 150);
        assertThat(calls(compare(armed))).containsExactly(10L, 30L, 80L);
    }

    @Test
    void ordersAreSynthesisedWhereTheyDiffer() {
        Judge torn = judge("torn").with(new Orders(true, OrderRule.synthesise));
        // Half of the rows show both judgments again: 230 + 2 × 150.
        is(compare(torn).expected(), 25, 20 * 230 + 5 * 530, 25 * 150);
        assertThat(calls(compare(torn))).containsExactly(20L, 25L, 60L);
    }

    @Test
    void plantsComeOnTop() {
        is(compare(judge("tried").withPlants(0.1)).expected(), 22, 22 * 230, 22 * 150);
    }

    @Test
    void whatAJudgeIsToldCountsWhole() {
        Brief brief = new Brief(
                Optional.of(PromptTemplate.parse("12345678")),
                PromptTemplate.parse("{{prompt}}"),
                Optional.of(PromptTemplate.parse("{{prompt}}{{prompt}}")),
                Optional.of(PromptTemplate.parse("1234")));
        Marking rubric = new Marking(
                Marking.Form.COMBINED,
                Scale.outOf(10),
                List.of(new Criterion("abcd", 1, "12345678")),
                Marking.Reasons.FIRST,
                false,
                Marking.Style.AUTO);
        // Criteria 2, reference 20, persona 1, rubric 3.
        is(compare(ONE_ORDER.with(brief).with(rubric)).expected(), 10, 10 * (230 + 26), 1_500);
    }

    @Test
    void everyJurorIsAskedAsAlone() {
        Estimate made = compare(jury(SettleRule.majority, Optional.empty()), judge("a"), judge("b"), judge("c"));
        assertThat(made.lines()).extracting(Estimate.Line::who).containsExactly("a", "b", "c");
        is(made.expected(), 60, 60 * 230, 60 * 150);
    }

    @Test
    void jurorsAskedOneAtATimeMayBeSpared() {
        Estimate made = compare(
                jury(SettleRule.majority, Optional.of(new Jury.Sequence(OptionalDouble.empty()))),
                judge("a"),
                judge("b"),
                judge("c"));
        assertThat(calls(made)).containsExactly(40L, 50L, 120L);
        assertThat(made.lines().get(2).low().calls()).isZero();
        assertThat(made.lines().get(2).expected().calls()).isEqualTo(10);
    }

    @Test
    void theFewestJurorsAreThoseAfterWhomNothingCanChange() {
        Optional<Jury.Sequence> sure = Optional.of(new Jury.Sequence(OptionalDouble.empty()));
        Optional<Jury.Sequence> nearly = Optional.of(new Jury.Sequence(OptionalDouble.of(0.95)));
        assertThat(fewest(SettleRule.majority, Map.of(), sure, "a", "b", "c", "d"))
                .isEqualTo(3);
        assertThat(fewest(SettleRule.majority, Map.of(), sure, "a", "b", "c", "d", "e"))
                .isEqualTo(3);
        assertThat(fewest(SettleRule.unanimous, Map.of(), sure, "a", "b", "c")).isEqualTo(2);
        assertThat(fewest(SettleRule.majority, Map.of(), nearly, "a", "b", "c")).isEqualTo(1);
        Map<String, Double> weights = Map.of("a", 3.0, "b", 1.0, "c", 1.0);
        assertThat(fewest(SettleRule.weighted, weights, sure, "a", "b", "c")).isEqualTo(1);
        assertThat(fewest(SettleRule.weighted, weights, sure, "b", "c", "a")).isEqualTo(3);
    }

    private static int fewest(
            SettleRule rule, Map<String, Double> weights, Optional<Jury.Sequence> sequence, String... jurors) {
        return AnnotationCost.fewest(
                new Jury("panel", List.of(jurors), rule, weights, Jury.FamilyRule.exclude, sequence, Plans.at(12)));
    }

    private static Jury jury(SettleRule rule, Optional<Jury.Sequence> sequence) {
        return new Jury(
                "panel", List.of("a", "b", "c"), rule, Map.of(), Jury.FamilyRule.exclude, sequence, Plans.at(12));
    }

    private static Debate debate(boolean firstVotes, boolean show, boolean untilAgreed, String closing, Orders orders) {
        List<Debate.Seat> seats = Stream.of("a", "b", "c")
                .map(name -> new Debate.Seat("who" + name, name))
                .toList();
        return new Debate(
                "bench", seats, 2, firstVotes, show, untilAgreed, Optional.ofNullable(closing), orders, Plans.at(12));
    }

    private static Estimate debated(Debate debate) {
        return compare(debate, judge("a"), judge("b"), judge("c"), judge("d"));
    }

    @Test
    void theDebateOfThePaperTakesNineCallsAPair() {
        Estimate made = debated(debate(false, false, false, null, Orders.one()));
        // A turn sends 230 + 1 for the persona + 300 for each turn before: 6 × 231 + 15 × 300 = 5,886. Each of the
        // three
        // closing judgments sends 231 + 6 × 300 = 2,031.
        is(made.expected(), 90, 10 * (5_886 + 3 * 2_031), 10 * (6 * 300 + 3 * 150));
        assertThat(made.lines()).extracting(line -> line.expected().calls()).containsExactly(30L, 30L, 30L);
        // Only closing judgments can need a repair.
        assertThat(calls(made)).containsExactly(90L, 90L, 120L);
    }

    @Test
    void firstVotesAndTheSecondOrderAddToADebate() {
        // Three votes that send 230 and say 150 each.
        is(debated(debate(true, false, false, null, Orders.one())).expected(), 120, 119_790 + 6_900, 22_500 + 4_500);
        assertThat(debated(debate(true, false, false, null, Orders.standard()))
                        .expected()
                        .calls())
                .isEqualTo(240);
    }

    @Test
    void shownFirstVotesAreSentInEachTurn() {
        long hidden = debated(debate(true, false, false, null, Orders.one()))
                .expected()
                .inputTokens();
        long shown = debated(debate(true, true, false, null, Orders.one()))
                .expected()
                .inputTokens();
        // Three votes of 150 in six turns and three closing judgments of ten rows.
        assertThat(shown - hidden).isEqualTo(10 * 9 * 450);
    }

    @Test
    void aClosingJudgeDecidesAlone() {
        Estimate made = debated(debate(false, false, false, "d", Orders.one()));
        assertThat(made.lines()).extracting(Estimate.Line::who).containsExactly("a", "b", "c", "d");
        assertThat(made.lines()).extracting(line -> line.expected().calls()).containsExactly(20L, 20L, 20L, 10L);
        Estimate both = debated(debate(false, false, false, "d", new Orders(true, OrderRule.synthesise)));
        assertThat(both.lines().get(3).expected().calls()).isEqualTo(25);
    }

    @Test
    void aTalkUntilAgreedEndsAfterOneRoundOrAnyOrAll() {
        Estimate made = debated(debate(false, false, true, "d", Orders.one()));
        assertThat(calls(made)).containsExactly(40L, 55L, 80L);
    }

    @Test
    void aRankingIsAskedOnceForEachPlaceADraftCanStandIn() {
        Step.Rank rank = new Step.Rank("ranked", "drafts", "one", OptionalInt.empty(), Plans.at(22));
        Step.Rank twice = new Step.Rank("ranked", "drafts", "one", OptionalInt.of(2), Plans.at(22));
        is(of(rank).expected(), 40, 40 * (210 + 4 * 300), 40 * 150);
        is(of(twice).expected(), 20, 20 * (210 + 4 * 300), 20 * 150);
    }

    @Test
    void stepsAreVerifiedOnceADraftAndColumnsAreScoredOnceEach() {
        is(
                of(new Step.Verify("checked", "drafts", "one", List.of(), Plans.at(22)))
                        .expected(),
                40,
                40 * 510,
                40 * 150);
        Step.Score columns = new Step.Score("scored", "tasks", "one", List.of("id", "prompt"), Plans.at(22));
        // An unknown column is taken for 100 tokens; the mean of both is 55.
        is(estimate(List.of(ONE_ORDER), columns).expected(), 20, 20 * (210 + 55), 20 * 150);
    }

    private static Estimate.Line of(Step step) {
        return estimate(List.of(ONE_ORDER), Plans.generate(4), step).lines().get(1);
    }

    @Test
    void peopleAndAgreementsCostNothing() {
        Step.Compare compare = new Step.Compare("verdicts", "tasks", "one", List.of("prompt", "prompt"), Plans.at(22));
        Step.People people = new Step.People("people", "verdicts", 0.2, Plans.at(23));
        Step.Agree agree = new Step.Agree(
                "agreement1",
                List.of("people"),
                "agreement",
                new Agreement(Optional.empty(), List.of(), 0.95, OptionalInt.empty()),
                Plans.at(24));
        assertThat(estimate(List.of(ONE_ORDER), compare, people, agree).lines()).hasSize(1);
    }
}
