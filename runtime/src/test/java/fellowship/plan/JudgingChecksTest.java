package fellowship.plan;

import static fellowship.plan.Plans.at;
import static fellowship.plan.Plans.into;
import static fellowship.plan.Plans.problems;
import static fellowship.plan.Plans.read;
import static fellowship.plan.Plans.writer;
import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Sampling;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What plans that no script made are told; what scripts are told stands with the bad scripts. */
class JudgingChecksTest {

    private static final Agreement NOTHING_KNOWN =
            new Agreement(Optional.empty(), List.of(), 0.95, OptionalInt.empty());

    private static Judge judge(String name) {
        return Judge.standard(name, name, at(11));
    }

    private static Judge judge(Marking.Form form) {
        return judge("j").with(Marking.standard().with(form));
    }

    /** What is said of a plan that compares two columns by the last of these annotators. */
    private static List<String> compared(Annotator... annotators) {
        String last = annotators[annotators.length - 1].name();
        return problems(plan(
                List.of(annotators),
                new Step.Compare("verdicts", "tasks", last, List.of("id", "prompt"), at(22)),
                into(DatasetType.JSONL, "x", "verdicts")));
    }

    private static Plan plan(List<Annotator> annotators, Step... steps) {
        return new Plan(
                "loop",
                "",
                List.of(),
                Map.of(),
                Budget.none(),
                7,
                List.of(writer()),
                annotators,
                Stream.concat(Stream.of(read()), Stream.of(steps)).toList());
    }

    private static Jury jury(SettleRule rule, Map<String, Double> weights, String... jurors) {
        return new Jury("panel", List.of(jurors), rule, weights, Jury.FamilyRule.exclude, Optional.empty(), at(12));
    }

    private static Debate debate(int rounds, boolean firstVotes, boolean show, Debate.Seat... seats) {
        return new Debate(
                "bench", List.of(seats), rounds, firstVotes, show, false, Optional.empty(), Orders.standard(), at(12));
    }

    @Test
    void numbersOfAJudgeKeepTheirRange() {
        assertThat(compared(judge("j").with(Marking.standard().with(Scale.between(5, 5)))))
                .containsExactly("loop.groovy:11:1: a scale needs two scores or more");
        assertThat(compared(judge("j").with(Marking.standard().with(Scale.named(Map.of("good", 1.0))))))
                .containsExactly("loop.groovy:11:1: a scale needs two scores or more");
        assertThat(compared(judge("j").withSamples(0)))
                .containsExactly("loop.groovy:11:1: samples must be 1 or more, was 0");
        assertThat(compared(judge("j").withPlants(1.5)))
                .containsExactly("loop.groovy:11:1: plants must be a share, 0 to 1, was 1.5");
        assertThat(compared(judge("j").with(new Preparation(false, List.of(), List.of("length"), 0))))
                .containsExactly("loop.groovy:11:1: tools are used at most 1 time or more, was 0");
        assertThat(compared(judge("j").with(new Preparation(false, List.of(PromptTemplate.parse("x")), List.of(), 4))))
                .containsExactly("loop.groovy:11:1: judge 'j' has one context and nothing to choose;"
                        + " give two or more, or say criteria");
    }

    @Test
    void samplesWithoutChanceAreWarnedOf() {
        assertThat(compared(
                        judge("j").with(Sampling.standard().withTemperature(0)).withSamples(3)))
                .containsExactly("loop.groovy:11:1: warning: judge 'j' takes 3 samples at temperature 0, which will be"
                        + " much the same; raise the temperature, or take samples out");
    }

    @Test
    void criteriaHaveWeights() {
        Marking rubric = new Marking(
                Marking.Form.COMBINED,
                Scale.outOf(10),
                List.of(new Criterion("style", 0, "Good?")),
                Marking.Reasons.FIRST,
                false,
                Marking.Style.AUTO);
        assertThat(compared(judge("j").with(rubric)))
                .containsExactly("loop.groovy:11:1: the weight of criterion 'style' must be above 0, was 0");
    }

    @Test
    void expectedScoresNeedNumbersThatAreSingleTokens() {
        String end = "; say expectedScore(from: 0, to: 9)";
        String start =
                "loop.groovy:11:1: judge 'j' takes an expected score, which needs whole numbers that are at most 20"
                        + " apart, was ";
        for (Scale scale :
                List.of(Scale.between(0, 21), Scale.between(0.5, 3), Scale.named(Map.of("no", 0.0, "ja", 1.0)))) {
            Marking marking = Marking.standard().with(Marking.Form.EXPECTED).with(scale);
            assertThat(compared(judge("j").with(marking))).containsExactly(start + scale.words() + end);
        }
        assertThat(compared(judge(Marking.Form.EXPECTED))).isEmpty();
    }

    @Test
    void jurorsAreJudges() {
        Jury inner = new Jury(
                "inner",
                List.of("a", "b"),
                SettleRule.majority,
                Map.of(),
                Jury.FamilyRule.exclude,
                Optional.empty(),
                at(12));
        assertThat(compared(
                        judge("a"),
                        judge("b"),
                        inner,
                        jury(SettleRule.majority, Map.of(), "a", "bb", "writer", "inner")))
                .containsExactly(
                        "loop.groovy:12:1: there is no judge 'bb'; did you mean 'b'?",
                        "loop.groovy:12:1: 'writer' is an agent; a judge must stand here",
                        "loop.groovy:12:1: 'inner' is a jury; a judge must stand here");
    }

    @Test
    void weightsAreAboveZero() {
        assertThat(compared(judge("a"), judge("b"), jury(SettleRule.weighted, Map.of("a", 0.0, "b", 1.0), "a", "b")))
                .containsExactly("loop.groovy:12:1: the weight of 'a' in jury 'panel' must be above 0, was 0");
    }

    @Test
    void aBoundIsMoreThanAGuess() {
        Jury sure = new Jury(
                "panel",
                List.of("a", "b"),
                SettleRule.majority,
                Map.of(),
                Jury.FamilyRule.exclude,
                Optional.of(new Jury.Sequence(OptionalDouble.of(0.5))),
                at(12));
        assertThat(compared(judge("a"), judge("b"), sure))
                .containsExactly("loop.groovy:12:1: the bound of sequential must be above 0.5 and below 1, was 0.5");
    }

    @Test
    void aDebateNeedsATalk() {
        assertThat(compared(
                        judge("a"),
                        judge("b"),
                        debate(0, false, true, new Debate.Seat("x", "a"), new Debate.Seat("y", "b"))))
                .containsExactly(
                        "loop.groovy:12:1: rounds must be 1 or more, was 0; without a talk, say jury",
                        "loop.groovy:12:1: debate 'bench' cannot show first votes, since it has none");
    }

    @Test
    void rankingsAndVerificationsAreAskedOfOneJudge() {
        assertThat(problems(plan(
                        List.of(judge("a"), judge("b"), jury(SettleRule.majority, Map.of(), "a", "b")),
                        Plans.generate(2),
                        new Step.Rank("ranked", "drafts", "panel", OptionalInt.of(0), at(22)),
                        new Step.Verify("checked", "ranked", "panle", List.of(), at(23)),
                        into(DatasetType.JSONL, "x", "checked"))))
                .containsExactly(
                        "loop.groovy:22:1: 'panel' is a jury; a judge must stand here",
                        "loop.groovy:22:1: the orders of rank must be 1 or more, was 0",
                        "loop.groovy:23:1: there is no judge 'panle'; known: a, b");
    }

    @Test
    void textsOfColumnsBecomeDraftsWithScores() {
        assertThat(problems(plan(
                        List.of(judge("j")),
                        new Step.Score("scored", "tasks", "j", List.of("id", "prompt"), at(22)),
                        Plans.pairs("scored", Pick.best, Pick.worst),
                        into(DatasetType.DPO, "x", "pairs"))))
                .isEmpty();
        assertThat(problems(plan(
                        List.of(judge("j")),
                        new Step.Verify("checked", "tasks", "j", List.of("promt"), at(22)),
                        into(DatasetType.JSONL, "x", "checked"))))
                .containsExactly("loop.groovy:22:1: there is no column 'promt'; did you mean 'prompt'?");
    }

    @Test
    void aPlanMayEndInAnAgreementAlone() {
        Step.Compare one = new Step.Compare("one", "tasks", "j", List.of("id", "prompt"), at(22));
        Step.Compare two = new Step.Compare("two", "tasks", "j", List.of("prompt", "id"), at(22));
        assertThat(problems(plan(List.of(judge("j")), one, two, agree(NOTHING_KNOWN, "one", "two"))))
                .isEmpty();
    }

    @Test
    void numbersOfAnAgreementKeepTheirRange() {
        Leaf<Function<Row, Optional<Object>>> label = new Leaf<>("{ it.human }", "d", row -> Optional.empty());
        Agreement wrong = new Agreement(Optional.of(label), List.of(), 1, OptionalInt.of(0));
        Step.Compare one = new Step.Compare("one", "tasks", "j", List.of("id", "prompt"), at(22));
        assertThat(problems(plan(List.of(judge("j")), one, agree(wrong, "one"))))
                .containsExactly(
                        "loop.groovy:24:1: the level of intervals must be above 0 and below 1, was 1",
                        "loop.groovy:24:1: resamples must be 1 or more, was 0");
        assertThat(problems(plan(List.of(judge("j")), one, agree(NOTHING_KNOWN), into(DatasetType.JSONL, "x", "one"))))
                .containsExactly(
                        "loop.groovy:24:1: agreement 'agreement' has no rows; give it rows with verdicts or scores");
        assertThat(problems(plan(List.of(judge("j")), one, agree(NOTHING_KNOWN, "one", "onne"))))
                .containsExactly("loop.groovy:24:1: there is no step 'onne'; did you mean 'one'?");
    }

    private static Step.Agree agree(Agreement settings, String... from) {
        return new Step.Agree("agreement1", List.of(from), "agreement", settings, at(24));
    }

    @Test
    void whatIsWrongWithAnnotatorsIsKnownBeforeTheStepsAre() {
        Plan half = new Plan(
                "loop",
                "",
                List.of(),
                Map.of(),
                Budget.none(),
                0,
                List.of(),
                List.of(judge("a"), jury(SettleRule.majority, Map.of(), "a")),
                List.of());
        assertThat(PlanValidator.annotators(half))
                .extracting(PlanProblem::toString)
                .containsExactly(
                        "loop.groovy:12:1: jury 'panel' has one juror; a jury needs two or more, else use judge"
                                + " 'a' itself");
    }
}
