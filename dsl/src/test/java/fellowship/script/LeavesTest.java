package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.row.Deliberation;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Sample;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a script's closures see of a row. */
class LeavesTest {

    private static final String HEAD = """
            record Task(String id, String prompt, int size, double share, boolean fine) {}
            enum Label { good, bad }
            record Marked(String id, Label label, List<String> tags, Map<String, Object> more) {}
            def writer = agent('writer') { prompt '{{prompt}}' }
            def j = judge('j') { }
            """;

    private static final Map<String, Object> COLUMNS =
            Map.of("id", "t1", "prompt", "Why?", "size", 3L, "share", 0.5, "fine", true);

    private static Row row(Map<String, Object> columns) {
        return Row.of(new Sample(0, "t1", "x.jsonl:1", columns));
    }

    private static Draft draft(String id, String text, double score) {
        return Draft.given(id, text).withJudgment(Judgment.of("j", new Judgment.Score(score)));
    }

    private static boolean test(String script, Row row) {
        Plan plan = Scripts.plan(HEAD + script);
        Step.Filter last = (Step.Filter) plan.steps().get(plan.steps().size() - 1);
        return last.test().function().test(row);
    }

    @Test
    void columnsBecomeTheRecordOfTheScript() {
        assertThat(test(
                        "read(Task, 'x').filter { it.id == 't1' && it.size == 3 && it.share < 1 && it.fine }",
                        row(COLUMNS)))
                .isTrue();
    }

    @Test
    void wholeNumbersFitDecimalsAndIdsButNotTheOtherWay() {
        assertThat(test(
                        "read(Task, 'x').filter { it.id == '81' && it.share == 1.0d }",
                        row(with("id", 81L, "share", 1L))))
                .isTrue();
        assertThatThrownBy(() -> test("read(Task, 'x').filter { true }", row(with("size", 3.5))))
                .hasMessage("column 'size' of Task should be a whole number, but is '3.5'");
    }

    @Test
    void textOfACsvFileIsReadAsWhatTheRecordSays() {
        assertThat(test("read(Task, 'x').filter { it.size == 7 && !it.fine }", row(with("size", "7", "fine", "false"))))
                .isTrue();
        assertThatThrownBy(() -> test("read(Task, 'x').filter { true }", row(with("size", "many"))))
                .hasMessage("column 'size' of Task should be a whole number, but is 'many'");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> test("read(Task, 'x').filter { true }", row(Map.of("id", "t1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'prompt' of Task is missing");
    }

    @Test
    void enumsListsAndMapsAreColumnsToo() {
        Row marked = row(Map.of("id", "a", "label", "Good", "tags", List.of("x"), "more", Map.of("n", 1L)));
        assertThat(test(
                        "read(Marked, 'x').filter { it.label == Label.good && it.tags == ['x'] && it.more.n == 1 }",
                        marked))
                .isTrue();
        assertThatThrownBy(() -> test(
                        "read(Marked, 'x').filter { true }",
                        row(Map.of("id", "a", "label", "fair", "tags", List.of(), "more", Map.of()))))
                .hasMessage("column 'label' of Marked should be one of good, bad, but is 'fair'");
    }

    @Test
    void mapMakesColumnsOfARecord() {
        Plan plan = Scripts.plan(HEAD
                + "record Short(String id, int size, Label label, String note) {}\n"
                + "read(Task, 'x').map(Short) { new Short(it.id, it.size + 1, Label.bad, null) }");
        Step.Mapped map = (Step.Mapped) plan.steps().get(1);
        assertThat(map.type().names()).containsExactly("id", "size", "label", "note");
        assertThat(map.function().function().apply(row(COLUMNS)))
                .containsExactly(Map.entry("id", "t1"), Map.entry("size", 4L), Map.entry("label", "bad"));
    }

    @Test
    void draftsKnowTheirBestWorstFirstAndLast() {
        Row row = row(COLUMNS)
                .withDrafts(List.of(
                        draft("d1", "one", 5),
                        draft("d2", "two", 8),
                        draft("d3", "three", 8),
                        Draft.given("d4", "four")));
        assertThat(test("""
                        read(Task, 'x').generate(samples: 4, writer).filter {
                            it.best.text == 'two' && it.worst.text == 'one' && it.first.text == 'one' && it.last.text == 'four' &&
                                it.score == 8d && it.count == 4 && it.drafts.size() == 4 && it.task.prompt == 'Why?' &&
                                it.scored && !it.last.scored && it.best.model == 'input' && it.rounds == 0
                        }
                        """, row)).isTrue();
    }

    @Test
    void aScoreThatIsNotThereIsNeverANumber() {
        Row row = row(COLUMNS).withDrafts(List.of(Draft.given("d1", "one")));
        assertThatThrownBy(() -> test("read(Task, 'x').generate(writer).filter { it.score > 3 }", row))
                .hasMessage("no draft of this row has a score; ask for 'scored' first");
    }

    @Test
    void aVerdictKnowsItsWinner() {
        Verdict verdict = Verdict.of(
                "j", Draft.given("d1", "one"), Draft.given("d2", "two"), Outcome.SECOND, 2, false, List.of());
        Row row = row(COLUMNS)
                .withDrafts(List.of(verdict.first(), verdict.second()))
                .withVerdict(verdict);
        assertThat(test("""
                        read(Task, 'x').generate(samples: 2, writer).compare(j).where {
                            it.decided && !it.tie && !it.flipped && it.winner == 'two' && it.loser == 'one' &&
                                it.margin == 2d && it.outcome == 'second' && it.item.id == 't1'
                        }
                        """, row)).isTrue();
    }

    private static final Draft ONE = Draft.given("d1", "one");
    private static final Draft TWO = Draft.given("d2", "two");

    private static Judgment said(String judge, Outcome outcome, String why) {
        return new Judgment(
                judge,
                new Judgment.Choice(outcome),
                false,
                0,
                why,
                OptionalDouble.empty(),
                Map.of(),
                Deliberation.NONE,
                List.of());
    }

    private static boolean verdict(String test, Outcome outcome, List<Vote> votes, List<Judgment> judgments) {
        Verdict verdict =
                new Verdict("panel", ONE, TWO, outcome, 1, false, judgments, votes, List.of(), List.of(), List.of());
        Row row = row(COLUMNS).withDrafts(List.of(ONE, TWO)).withVerdict(verdict);
        return test("read(Task, 'x').generate(samples: 2, writer).compare(j).where { " + test + " }", row);
    }

    private static Vote vote(String judge, Vote.Stage stage, Outcome outcome) {
        return new Vote(judge, stage, outcome, 1, outcome == Outcome.TIE);
    }

    @Test
    void aVerdictKnowsItsVotesAndHowManyAgree() {
        List<Vote> votes = List.of(
                vote("a", Vote.Stage.BLIND, Outcome.FIRST),
                vote("b", Vote.Stage.BLIND, Outcome.FIRST),
                vote("c", Vote.Stage.BLIND, Outcome.TIE),
                vote("d", Vote.Stage.BLIND, Outcome.UNDECIDED));
        assertThat(verdict("it.agreed > 0.66 && it.agreed < 0.67 && !it.unanimous", Outcome.FIRST, votes, List.of()))
                .isTrue();
        assertThat(verdict(
                        "it.votes.size() == 4 && it.votes[2].outcome == 'tie' && it.votes[2].flipped"
                                + " && it.votes[0].annotator == 'a' && it.votes[0].blind && it.votes[0].margin == 1d",
                        Outcome.FIRST,
                        votes,
                        List.of()))
                .isTrue();
    }

    @Test
    void aVerdictKnowsHowSureItsJudgmentsAreOnTheMean() {
        List<Judgment> sure =
                List.of(sure(OptionalDouble.of(0.9)), sure(OptionalDouble.empty()), sure(OptionalDouble.of(0.5)));
        assertThat(verdict("it.certainty > 0.69 && it.certainty < 0.71", Outcome.FIRST, List.of(), sure))
                .isTrue();
        assertThat(verdict("it.certainty == 0d", Outcome.FIRST, List.of(), sure.subList(1, 2)))
                .as("nobody said how sure")
                .isTrue();
    }

    private static Judgment sure(OptionalDouble certainty) {
        Judgment.Opinion first = new Judgment.Choice(Outcome.FIRST);
        return new Judgment("a", first, false, 0, "", certainty, Map.of(), Deliberation.NONE, List.of());
    }

    @Test
    void afterATalkOnlyClosingVotesCount() {
        List<Vote> votes = List.of(
                vote("a", Vote.Stage.BLIND, Outcome.FIRST),
                vote("b", Vote.Stage.BLIND, Outcome.SECOND),
                vote("a", Vote.Stage.CLOSING, Outcome.SECOND),
                vote("b", Vote.Stage.CLOSING, Outcome.SECOND));
        assertThat(verdict("it.unanimous && it.agreed == 1d", Outcome.SECOND, votes, List.of()))
                .isTrue();
    }

    @Test
    void whereNothingCouldBeReadNobodyAgrees() {
        List<Vote> votes = List.of(vote("a", Vote.Stage.BLIND, Outcome.UNDECIDED));
        assertThat(verdict(
                        "it.agreed == 0d && !it.unanimous && it.rationale == ''", Outcome.UNDECIDED, votes, List.of()))
                .isTrue();
    }

    @Test
    void theReasonsAreThoseOfTheOutcome() {
        List<Judgment> judgments =
                List.of(said("a", Outcome.FIRST, ""), said("b", Outcome.SECOND, "no"), said("c", Outcome.FIRST, "ja"));
        assertThat(verdict("it.rationale == 'ja'", Outcome.FIRST, List.of(), judgments))
                .isTrue();
        assertThat(verdict("it.rationale == 'no'", Outcome.TIE, List.of(), judgments))
                .isTrue();
    }

    private static Draft verified(boolean... right) {
        List<Judgment.CheckedStep> steps = new java.util.ArrayList<>();
        for (boolean one : right) {
            steps.add(new Judgment.CheckedStep("step", one, Optional.empty()));
        }
        return ONE.withJudgment(Judgment.of("j", new Judgment.Steps(steps)));
    }

    @Test
    void aVerifiedDraftKnowsItsFirstWrongStep() {
        String flow = "read(Task, 'x').generate(writer).verify(j).where ";
        assertThat(test(
                        flow + "{ it.best.verified && !it.best.sound && it.best.firstError == 2 }",
                        row(COLUMNS).withDrafts(List.of(verified(true, false, true)))))
                .isTrue();
        assertThat(test(flow + "{ it.best.sound }", row(COLUMNS).withDrafts(List.of(verified(true, true)))))
                .isTrue();
        assertThatThrownBy(() ->
                        test(flow + "{ it.best.firstError > 1 }", row(COLUMNS).withDrafts(List.of(verified(true)))))
                .hasMessage("all steps of draft d1 are right; ask for 'sound' first");
        assertThatThrownBy(() -> test(flow + "{ it.first.sound }", row(COLUMNS).withDrafts(List.of(ONE))))
                .hasMessage("nobody verified the steps of draft d1; ask for 'verified' first");
    }

    @Test
    void aPairKnowsBothTextsAndTheirMargin() {
        Preference preference =
                new Preference(Draft.given("d1", "one"), Draft.given("d2", "two"), OptionalDouble.of(3), "best-worst");
        Row row = row(COLUMNS).withPreference(preference, 1);
        assertThat(test("""
                        read(Task, 'x').generate(samples: 2, writer).score(j).pairs().filter {
                            it.chosen == 'one' && it.rejected == 'two' && it.margin == 3d && it.scored && it.task.size == 3
                        }
                        """, row)).isTrue();
    }

    private static Map<String, Object> with(Object... changes) {
        Map<String, Object> columns = new LinkedHashMap<>(COLUMNS);
        for (int i = 0; i < changes.length; i += 2) {
            columns.put((String) changes[i], changes[i + 1]);
        }
        return columns;
    }
}
