package fellowship.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.engine.RowResult;
import fellowship.plan.Debate;
import fellowship.plan.Jury;
import fellowship.plan.Orders;
import fellowship.plan.Plan;
import fellowship.plan.SettleRule;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Juries, debates, and whom they favour. */
class PanelTest {

    private static final Jury PANEL = new Jury(
            "panel",
            List.of("one", "two", "three"),
            SettleRule.majority,
            Map.of(),
            Jury.FamilyRule.exclude,
            Optional.empty(),
            Rows.AT);
    private static final Debate BENCH = new Debate(
            "bench",
            List.of(new Debate.Seat("a", "one"), new Debate.Seat("b", "two"), new Debate.Seat("c", "three")),
            1,
            true,
            false,
            false,
            Optional.empty(),
            Orders.standard(),
            Rows.AT);

    private final Plan plan = Rows.plan(
            List.of(Rows.judge("one"), Rows.judge("two"), Rows.judge("three"), PANEL, BENCH),
            Rows.compare("panel"),
            Rows.compare("bench"));
    private final Tally tally = new Tally(plan);
    private int next;

    private static Vote vote(String name, Vote.Stage stage, Outcome outcome) {
        return new Vote(name, stage, outcome, 1, false);
    }

    private void settled(
            String by, Draft first, Draft second, Outcome outcome, List<Vote> votes, List<Verdict.Spared> spared) {
        List<Judgment> judgments = new ArrayList<>();
        votes.stream()
                .filter(vote -> vote.stage() == Vote.Stage.BLIND)
                .forEach(vote -> judgments.add(Rows.said(
                        vote.annotator(),
                        vote.annotator().equals("one") ? "gpt-4o" : "claude-3",
                        new Judgment.Choice(vote.outcome()),
                        false,
                        vote.annotator() + next)));
        Verdict verdict =
                new Verdict(by, first, second, outcome, 1, false, judgments, votes, List.of(), spared, List.of());
        Row row = Rows.row(next++);
        tally.take(Rows.judged(row, new RowResult.Judged(Rows.compare(by), row.withVerdict(verdict))));
    }

    private void panel(Outcome outcome, List<Verdict.Spared> spared, Outcome... votes) {
        List<Vote> all = new ArrayList<>();
        for (int i = 0; i < votes.length; i++) {
            all.add(vote(PANEL.jurors().get(i), Vote.Stage.BLIND, votes[i]));
        }
        settled("panel", Draft.given("a", "x"), Draft.given("b", "y"), outcome, all, spared);
    }

    @Test
    void dissentIsAVoteThatTheVerdictDoesNotFollow() {
        panel(Outcome.FIRST, List.of(), Outcome.FIRST, Outcome.FIRST, Outcome.SECOND);
        panel(Outcome.SECOND, List.of(), Outcome.SECOND, Outcome.UNDECIDED, Outcome.SECOND);
        JuryFigures jury = tally.figures().juries().get(0);
        assertThat(jury.dissent()).isEqualTo(new Share(1, 5));
        assertThat(jury.verdicts()).isEqualTo(new VoteCounts(1, 1, 0, 0, 0));
    }

    @Test
    void jurorsThatWereNotAskedSaveTheirCalls() {
        panel(Outcome.FIRST, List.of(new Verdict.Spared("three", "settled")), Outcome.FIRST, Outcome.FIRST);
        panel(Outcome.FIRST, List.of(new Verdict.Spared("three", "own-family")), Outcome.FIRST, Outcome.FIRST);
        JuryFigures jury = tally.figures().juries().get(0);
        assertThat(jury.sparedSettled()).isEqualTo(new Share(1, 6));
        assertThat(jury.sparedFamily()).isEqualTo(new Share(1, 6));
        assertThat(jury.callsSaved()).as("two jurors, both orders each").isEqualTo(4);
    }

    @Test
    void jurorsWhoSayTheSameAreWorthOneVote() {
        for (int i = 0; i < 40; i++) {
            Outcome same = i % 2 == 0 ? Outcome.FIRST : Outcome.SECOND;
            panel(same, List.of(), same, same, same);
        }
        JuryFigures.Together together = tally.figures().juries().get(0).agreement();
        assertThat(together.alpha().value().value().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(together.effective().value().value().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(tally.figures().votes().orElseThrow().cells()).hasSize(3);
    }

    @Test
    void whatTheTalkChangedIsAMatrix() {
        Outcome f = Outcome.FIRST;
        Outcome s = Outcome.SECOND;
        List<Vote> votes = List.of(
                vote("one as a", Vote.Stage.BLIND, f),
                vote("two as b", Vote.Stage.BLIND, f),
                vote("three as c", Vote.Stage.BLIND, s),
                vote("one as a", Vote.Stage.CLOSING, f),
                vote("two as b", Vote.Stage.CLOSING, Outcome.TIE),
                vote("three as c", Vote.Stage.CLOSING, f));
        settled("bench", Draft.given("a", "x"), Draft.given("b", "y"), f, votes, List.of());
        DebateFigures debate = tally.figures().debates().get(0);
        assertThat(debate.changes().get(0)).containsExactly(1L, 0L, 1L, 0L);
        assertThat(debate.changes().get(1)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(debate.changed()).isEqualTo(new Share(2, 3));
        // Two left the majority, one went over to it; only the one that was not in it can go over.
        assertThat(debate.towards()).isEqualTo(new Share(1, 1));
    }

    @Test
    void selfLiftIsWhatAFamilyGetsMoreThanBeforeOthers() {
        Draft own = Rows.written("d1", "plain", "gpt-4o-mini", "x");
        Draft other = Rows.written("d2", "vivid", "qwen2.5", "y");
        // Before "one" (gpt) its own wins 2 of 2; before the others 1 and 0 of 2 each on the mean: 1/2 and 0.
        List<Outcome[]> said = List.of(
                new Outcome[] {Outcome.FIRST, Outcome.FIRST, Outcome.SECOND},
                new Outcome[] {Outcome.FIRST, Outcome.SECOND, Outcome.SECOND});
        for (Outcome[] votes : said) {
            List<Vote> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(vote(PANEL.jurors().get(i), Vote.Stage.BLIND, votes[i]));
            }
            settled("panel", own, other, Outcome.FIRST, all, List.of());
        }
        WriterFigures one = tally.figures().writers().stream()
                .filter(voice -> voice.voice().equals("one"))
                .findFirst()
                .orElseThrow();
        assertThat(one.rates().get(0).kin()).isTrue();
        assertThat(one.rates().get(0).wins().wins()).isEqualTo(2);
        assertThat(one.selfLift().value().value().orElseThrow()).isCloseTo(0.75, within(1e-12));
        WriterFigures two = tally.figures().writers().stream()
                .filter(voice -> voice.voice().equals("two"))
                .findFirst()
                .orElseThrow();
        assertThat(two.rates()).noneMatch(WriterFigures.Rate::kin);
        assertThat(two.selfLift().value().why()).isEqualTo("it judged no answer of its own family");
    }

    @Test
    void manyPairsTakeFewBytes() {
        VoteTable table = new VoteTable();
        Voice voice = new Voice("one", Voice.Kind.ALONE);
        Draft a = Draft.given("a", "x");
        Draft b = Draft.given("b", "y");
        for (int i = 0; i < 100_000; i++) {
            table.add(a, b, Map.of(voice, i % 3 == 0 ? Outcome.TIE : Outcome.FIRST));
        }
        assertThat(table.vote(voice, 99_999)).contains(Outcome.TIE);
        assertThat(table.vote(voice, 99_998)).contains(Outcome.FIRST);
        assertThat(table.vote(new Voice("two", Voice.Kind.ALONE), 5)).isEmpty();
    }
}
