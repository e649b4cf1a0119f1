package fellowship.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.chat.Message;
import fellowship.engine.RowResult;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Plant;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Draft LONG = Draft.given("a", "four");
    private static final Draft SHORT = Draft.given("b", "two");

    private final Plan plan = Rows.plan(
            List.of(Rows.judge("strict"), Rows.judge("kind")),
            Rows.compare("strict"),
            Rows.compare("kind"),
            new Step.Score("scored", "items", "strict", List.of(), Rows.AT),
            new Step.Rank("ranked", "items", "strict", OptionalInt.empty(), Rows.AT),
            new Step.Verify("verified", "items", "strict", List.of(), Rows.AT));
    private final Tally tally = new Tally(plan);
    private int next;

    private void verdict(Outcome straight, Outcome exchanged) {
        take(Rows.both("strict", LONG, SHORT, straight, exchanged));
    }

    private void take(Verdict... verdicts) {
        Row row = Rows.row(next++);
        List<RowResult.Judged> judged = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            judged.add(Rows.verdict(row, verdict));
        }
        tally.take(Rows.judged(row, judged.toArray(RowResult.Judged[]::new)));
    }

    private JudgeFigures judge() {
        return tally.figures().judges().get(0);
    }

    @Test
    void theFirstPlaceIsCountedByWhatTheJudgeSaw() {
        verdict(Outcome.FIRST, Outcome.FIRST);
        verdict(Outcome.FIRST, Outcome.SECOND);
        verdict(Outcome.TIE, Outcome.TIE);
        PositionFigures position = judge().position().orElseThrow();
        assertThat(position.consistent()).isEqualTo(new Share(2, 3));
        assertThat(position.firstWins()).isEqualTo(new Share(3, 4));
        // "two" is 25 % shorter than "four".
        assertThat(position.bins().get(2).consistent()).isEqualTo(new Share(2, 3));
        assertThat(position.bins().get(1).consistent()).isEqualTo(new Share(0, 0));
        assertThat(judge().votes()).isEqualTo(new VoteCounts(1, 0, 2, 0, 1));
    }

    @Test
    void ofThoseDecidedTheLongerOneIsCounted() {
        verdict(Outcome.FIRST, Outcome.FIRST);
        verdict(Outcome.FIRST, Outcome.FIRST);
        verdict(Outcome.SECOND, Outcome.SECOND);
        verdict(Outcome.TIE, Outcome.TIE);
        LengthFigures length = tally.figures().lengths().get("strict");
        assertThat(length.longerWins()).isEqualTo(new Share(2, 3));
        assertThat(length.gap().value().value().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void anUnreadableJudgmentIsCountedWhetherOrNotItEndedTheRow() {
        take(Verdict.of(
                "strict",
                LONG,
                SHORT,
                Outcome.UNDECIDED,
                0,
                false,
                List.of(
                        Rows.choice("strict", Outcome.FIRST, false),
                        Judgment.of("strict", new Judgment.Unreadable("no verdict"))
                                .withSwapped(true))));
        tally.take(Rows.rejected(Rows.row(7), "by-strict", "unreadable", "c1", "c2"));
        tally.take(Rows.rejected(Rows.row(8), "by-strict", "provider-down"));
        assertThat(judge().unreadable()).isEqualTo(new Share(2, 3));
        assertThat(judge().repaired()).isEqualTo(new Share(0, 1));
        assertThat(judge().votes().undecided()).isEqualTo(1);
    }

    @Test
    void aRepairThatHelpedIsToldFromOneThatDidNot() {
        Reply first = Rows.reply("strict", "m", "?", "1");
        Reply again = new Reply(
                "strict",
                first.model(),
                List.of(
                        Message.user("Judge."),
                        Message.assistant("?"),
                        Message.user("That reply could not be read: no JSON. Reply with JSON.")),
                first.completion(),
                "2");
        Judgment.Opinion opinion = new Judgment.Choice(Outcome.FIRST);
        Judgment said = Rows.said("strict", "m", opinion, false, "3");
        Judgment repaired = new Judgment(
                "strict",
                opinion,
                true,
                0,
                "",
                OptionalDouble.empty(),
                said.parts(),
                said.deliberation(),
                List.of(first, again));
        take(Verdict.of("strict", LONG, SHORT, Outcome.FIRST, 1, false, List.of(said, repaired)));
        assertThat(judge().repaired()).isEqualTo(new Share(1, 1));
        assertThat(judge().unreadable()).isEqualTo(new Share(0, 2));
    }

    @Test
    void aCallThatTwoStepsRestOnIsCountedOnce() {
        List<Judgment> judgments =
                List.of(Rows.said("strict", "m", new Judgment.Choice(Outcome.FIRST), false, "same call"));
        Verdict verdict = Verdict.of("strict", LONG, SHORT, Outcome.FIRST, 1, false, judgments);
        take(verdict, verdict);
        assertThat(judge().unreadable().of()).isEqualTo(1);
        assertThat(judge().votes().first()).isEqualTo(1);
        assertThat(judge().models()).containsExactly("m");
    }

    @Test
    void kappaIsThatOfVotesOnTheSamePairs() {
        // strict: F F S S, kind: F S S S. Agreement 3/4; by chance 2/4·1/4 + 2/4·3/4 = 1/2; kappa (3/4 − 1/2) / (1/2).
        Outcome[] strict = {Outcome.FIRST, Outcome.FIRST, Outcome.SECOND, Outcome.SECOND};
        Outcome[] kind = {Outcome.FIRST, Outcome.SECOND, Outcome.SECOND, Outcome.SECOND};
        for (int i = 0; i < 4; i++) {
            take(
                    Rows.both("strict", LONG, SHORT, strict[i], strict[i]),
                    Rows.both("kind", LONG, SHORT, kind[i], kind[i]));
        }
        PairwiseFigures.Cell cell =
                tally.figures().votes().orElseThrow().cells().get(0);
        assertThat(cell.same()).isEqualTo(new Share(3, 4));
        assertThat(cell.agreement().value().value().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(cell.few()).isTrue();
    }

    @Test
    void aWorthlessAnswerThatWonIsCountedByKind() {
        Verdict plain = Rows.both("strict", LONG, SHORT, Outcome.FIRST, Outcome.FIRST);
        for (Outcome outcome : List.of(Outcome.SECOND, Outcome.FIRST, Outcome.TIE)) {
            take(new Verdict(
                    "strict",
                    LONG,
                    SHORT,
                    plain.outcome(),
                    1,
                    false,
                    plain.judgments(),
                    plain.votes(),
                    List.of(),
                    List.of(),
                    List.of(new Plant("strict", "opener", outcome, List.of()))));
        }
        assertThat(judge().plants()).containsEntry("opener", new Share(1, 3));
        assertThat(judge().unreadable().of())
                .as("plants are no judgments of pairs")
                .isEqualTo(6);
    }

    @Test
    void scoresFallIntoTheBinsOfTheScale() {
        Draft scored = LONG.withJudgment(Judgment.of("strict", new Judgment.Score(7)))
                .withJudgment(Judgment.of("strict", new Judgment.Score(7.4)));
        Row row =
                Rows.row(0).withDrafts(List.of(scored, SHORT.withJudgment(Judgment.of("kind", new Judgment.Score(1)))));
        tally.take(Rows.judged(row, new RowResult.Judged(plan.step("scored").orElseThrow(), row)));
        Histogram scores = judge().scores().orElseThrow();
        assertThat(scores.counts()).hasSize(11);
        assertThat(scores.counts().get(7)).isEqualTo(2);
        assertThat(scores.mean()).isCloseTo(7.2, within(1e-12));
    }

    @Test
    void rankingsAndStepsAreCounted() {
        Row ranked = Rows.row(0)
                .withRankings(List.of(
                        Judgment.of("strict", new Judgment.Ranking(List.of("d2", "d1"))),
                        Judgment.of("strict", new Judgment.Ranking(List.of("d2", "d1")))));
        tally.take(Rows.judged(ranked, new RowResult.Judged(plan.step("ranked").orElseThrow(), ranked)));
        Judgment wrong = Judgment.of(
                "strict",
                new Judgment.Steps(List.of(
                        new Judgment.CheckedStep("1 + 1 = 2", true, java.util.Optional.empty()),
                        new Judgment.CheckedStep("2 + 2 = 5", false, java.util.Optional.of("arithmetic")))));
        Row checked = Rows.row(1).withDrafts(List.of(LONG.withJudgment(wrong)));
        tally.take(
                Rows.judged(checked, new RowResult.Judged(plan.step("verified").orElseThrow(), checked)));
        TallyFigures figures = tally.figures();
        assertThat(figures.rankings()).containsExactly(new RankFigures("strict", 1, new Share(1, 1)));
        StepFigures steps = figures.steps().get(0);
        assertThat(steps.sound()).isEqualTo(new Share(0, 1));
        assertThat(steps.firstErrors()).containsEntry(2, 1L);
        assertThat(steps.kinds()).containsEntry("arithmetic", 1L);
    }

    @Test
    void nothingJudgedIsNothingToTell() {
        assertThat(tally.figures().isEmpty()).isTrue();
    }
}
