package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.Sampling;
import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Judge;
import fellowship.plan.Jury;
import fellowship.plan.Plan;
import fellowship.plan.SettleRule;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import fellowship.run.RunException;
import fellowship.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What only all rows together tell, through real runs of several passes. */
class LearnedRunTest {

    private static final Step.Compare COMPARE =
            new Step.Compare("compare", "rows", "jury", List.of("a", "b"), Bench.AT);

    @TempDir
    Path folder;

    private static Jury jury(SettleRule rule) {
        return new Jury(
                "jury", List.of("j1", "j2", "j3"), rule, Map.of(), Jury.FamilyRule.warn, Optional.empty(), Bench.AT);
    }

    private static List<Annotator> withJurors(Jury jury) {
        return List.of(jury, Bench.direct("j1"), Bench.direct("j2"), Bench.direct("j3"));
    }

    /** A rule that names the answer which begins so, in whatever order it is shown. */
    private static List<Map<String, Object>> prefers(String model, String prompt, String begin) {
        return List.of(
                rule(model, "(?s)" + prompt + ".*\\[answer A \\w+]\\n" + begin, choice("A")),
                rule(model, "(?s)" + prompt + ".*\\[answer B \\w+]\\n" + begin, choice("B")));
    }

    private static Map<String, Object> rule(String model, String match, Object reply) {
        return Map.of("model", model, "match", match, "reply", reply);
    }

    private static Map<String, Object> choice(String letter) {
        return Map.of("rationale", "r", "verdict", letter);
    }

    private Playing playing(List<Map<String, Object>> answers, List<Map<String, Object>> rows) {
        Playing playing = new Playing(folder).file("rows.jsonl", rows).file("answers.jsonl", answers);
        for (int i = 1; i <= 3; i++) {
            playing.role("j" + i, "scripted:answers.jsonl#m" + i);
        }
        return playing;
    }

    private static Map<String, Object> row(String id, String a, String b) {
        return Map.of("id", id, "prompt", "question " + id + ".", "a", a, "b", b);
    }

    /**
     * Two jurors are right on eight rows and the third is wrong on each. On row x one of the good ones is silent and the
     * other two differ; on row y only the bad one can be read.
     */
    private Playing reliable() {
        List<Map<String, Object>> answers = new ArrayList<>();
        answers.add(Map.of("model", "m2", "anywhere", "question (x|y)", "reply", "hm"));
        answers.add(Map.of("model", "m1", "anywhere", "question y", "reply", "hm"));
        answers.addAll(prefers("m1", "", "good"));
        answers.addAll(prefers("m2", "", "good"));
        answers.addAll(prefers("m3", "", "poor"));
        List<Map<String, Object>> rows = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(i -> rows.add(i % 2 == 0 ? row("r" + i, "good", "poor") : row("r" + i, "poor", "good")));
        rows.add(row("x", "good", "poor"));
        rows.add(row("y", "good", "poor"));
        return playing(answers, rows);
    }

    @Test
    void aJuryLearnsWhomToTrustFromAllRows() {
        Playing playing = reliable();
        Step.Read read = Playing.read("id", "prompt", "a", "b");

        RunReport report = playing.run(
                Playing.plan(withJurors(jury(SettleRule.dawidSkene)), read, COMPARE, Playing.into("compare")));

        assertThat(report.ending()).isEqualTo(RunReport.Ending.DONE);
        Map<String, Verdict> verdicts = playing.verdicts();
        assertThat(verdicts).hasSize(10);
        IntStream.range(0, 8).forEach(i -> assertThat(verdicts.get("r" + i).outcome())
                .isEqualTo(i % 2 == 0 ? Outcome.FIRST : Outcome.SECOND));
        assertThat(verdicts.get("x").outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdicts.get("y").outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdicts.get("y").votes().get(2).outcome()).isEqualTo(Outcome.SECOND);
        assertThat(playing.notes).singleElement().asString().contains("'compare' decides by all of them together");

        playing.run(Playing.plan(withJurors(jury(SettleRule.majority)), read, COMPARE, Playing.into("compare")));
        assertThat(playing.verdicts().get("x").outcome()).isEqualTo(Outcome.TIE);
        assertThat(playing.verdicts().get("y").outcome()).isEqualTo(Outcome.SECOND);
        assertThat(playing.notes).isEmpty();
    }

    @Test
    void stepsThatLearnFromEachOtherTakeAPassEach() {
        Playing playing = reliable();

        RunReport report = playing.run(Playing.plan(
                withJurors(jury(SettleRule.dawidSkene)),
                Playing.read("id", "prompt", "a", "b"),
                COMPARE,
                new Step.People("people", "compare", 0.5, Bench.AT),
                Playing.into("people")));

        assertThat(playing.notes).hasSize(2);
        assertThat(playing.notes.get(0)).contains("'compare'");
        assertThat(playing.notes.get(1)).contains("'people'");
        // Entropy is the same on all rows that three could judge, and on x; y has one kind of vote.
        assertThat(playing.lines("for-people.jsonl")).hasSize(5);
        assertThat(report.ledger().emitted()).isEqualTo(5);
    }

    private static Agent writer(String name) {
        return new Agent(
                name,
                name,
                Sampling.standard(),
                Optional.empty(),
                PromptTemplate.parse("Answer {{prompt}}"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Bench.AT);
    }

    /** The first model writes better and so weighs all; the second weighs nothing, and the third never wrote. */
    @Test
    void jurorsEarnTheirWeightsAsWriters() {
        List<Map<String, Object>> answers = new ArrayList<>();
        answers.add(rule("m1", "^Answer", "good"));
        answers.add(rule("m2", "^Answer", "poor"));
        answers.addAll(prefers("m2", "question last", "poor"));
        answers.addAll(prefers("m3", "question last", "poor"));
        for (String model : List.of("m1", "m2", "m3")) {
            answers.addAll(prefers(model, "", "good"));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : List.of("one", "two", "three", "last")) {
            rows.add(Map.of("id", id, "prompt", "question " + id + "."));
        }
        Playing playing =
                playing(answers, rows).role("w1", "scripted:answers.jsonl#m1").role("w2", "scripted:answers.jsonl#m2");
        Step.Read read = Playing.read("id", "prompt");
        Step generate = new Step.Generate("drafts", "rows", List.of("w1", "w2"), 1, Bench.AT);
        Step compare = new Step.Compare("compare", "drafts", "jury", List.of(), Bench.AT);

        for (SettleRule rule : List.of(SettleRule.peerRank, SettleRule.majority)) {
            playing.run(Playing.plan(
                    List.of(writer("w1"), writer("w2")),
                    withJurors(jury(rule)),
                    read,
                    generate,
                    compare,
                    Playing.into("compare")));

            assertThat(playing.verdicts().get("one").winner().text()).isEqualTo("good");
            assertThat(playing.verdicts().get("last").winner().text())
                    .isEqualTo(rule == SettleRule.peerRank ? "good" : "poor");
        }
    }

    /** Rows f1 to f4 flip with the order; c1 to c4 do not. */
    private Playing disputed() {
        List<Map<String, Object>> answers = new ArrayList<>();
        answers.add(rule("m1", "question f", choice("A")));
        answers.addAll(prefers("m1", "", "good"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : List.of("c1", "f1", "c2", "f2", "f3", "c3", "f4", "c4")) {
            rows.add(row(id, "good " + id, "poor " + id));
        }
        return playing(answers, rows);
    }

    private static Plan people(double share) {
        Judge judge = Bench.direct("j1");
        return Playing.plan(
                List.of(judge),
                Playing.read("id", "prompt", "a", "b"),
                new Step.Compare("compare", "rows", "j1", List.of("a", "b"), Bench.AT),
                new Step.People("people", "compare", share, Bench.AT),
                Playing.into("people"));
    }

    private void write(List<String> lines) throws IOException {
        Files.write(folder.resolve("run/for-people.jsonl"), lines);
    }

    private List<String> read() throws IOException {
        return Files.readAllLines(folder.resolve("run/for-people.jsonl"));
    }

    @Test
    void peopleDecideTheRowsThatJudgesDisagreeOn() throws IOException {
        Playing playing = disputed();
        Plan plan = people(0.5);

        RunReport first = playing.run(plan);

        assertThat(first.ledger().emitted()).isEqualTo(4);
        assertThat(first.ledger().rules()).containsEntry("people: waits for a person", 4L);
        List<JsonNode> waiting = playing.lines("for-people.jsonl");
        assertThat(waiting)
                .extracting(line -> line.path("row_id").asString(""))
                .containsExactly("f1", "f2", "f3", "f4");
        assertThat(waiting).allSatisfy(line -> {
            assertThat(line.path("verdict").asString("?")).isEmpty();
            assertThat(line.path("question").asString("")).startsWith("question f");
            assertThat(line.toString()).doesNotContain("m1", "j1", "rationale");
            assertThat(line.path("a").asString("").startsWith("poor"))
                    .isEqualTo(line.path("swapped").asBoolean(false));
        });
        assertThat(playing.run(plan).ending()).isEqualTo(RunReport.Ending.UNCHANGED);

        // A person prefers the good one of f1 and the poor one of f2, finds f3 equal, and leaves f4 alone.
        List<String> lines = new ArrayList<>(read());
        List<String> wanted = List.of("good", "poor", "tie", "");
        for (int i = 0; i < 4; i++) {
            JsonNode line = waiting.get(i);
            String letter = wanted.get(i).isEmpty() || wanted.get(i).equals("tie")
                    ? wanted.get(i)
                    : line.path("a").asString("").startsWith(wanted.get(i)) ? "a" : "B";
            lines.set(i, lines.get(i).replace("\"verdict\":\"\"", "\"verdict\":\"" + letter + "\""));
        }
        write(lines);
        RunReport second = playing.run(plan);

        assertThat(second.ending()).isEqualTo(RunReport.Ending.DONE);
        assertThat(second.ledger().emitted()).isEqualTo(7);
        Map<String, Verdict> verdicts = playing.verdicts();
        assertThat(verdicts.get("f1").outcome()).isEqualTo(Outcome.FIRST);
        assertThat(verdicts.get("f2").outcome()).isEqualTo(Outcome.SECOND);
        assertThat(verdicts.get("f3").outcome()).isEqualTo(Outcome.TIE);
        assertThat(verdicts).doesNotContainKey("f4");
        assertThat(verdicts.get("f1").by()).isEqualTo(Verdict.PEOPLE);
        assertThat(verdicts.get("c1").by()).isEqualTo("j1");
        List<String> kept = read();
        assertThat(kept.stream().map(String::toLowerCase).toList())
                .isEqualTo(lines.stream().map(String::toLowerCase).toList());

        RunReport third = playing.run(plan, true);

        assertThat(third.ledger().emitted()).isEqualTo(7);
        assertThat(read()).isEqualTo(kept);
        assertThat(playing.run(plan).ending()).isEqualTo(RunReport.Ending.UNCHANGED);
    }

    @Test
    void aVerdictThatIsNoneIsToldWithItsLine() throws IOException {
        Playing playing = disputed();
        playing.run(people(1));
        List<String> lines = read();
        write(List.of(lines.get(0), lines.get(1).replace("\"verdict\":\"\"", "\"verdict\":\"both\"")));

        assertThatThrownBy(() -> playing.run(people(1)))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("for-people.jsonl:2")
                .hasMessageContaining("must be a, b or tie, was 'both'");
    }

    @Test
    void rowsOnWhichAllJudgmentsAgreeGoToNobody() {
        Playing playing = disputed();

        RunReport report = playing.run(people(1));

        assertThat(playing.lines("for-people.jsonl")).hasSize(4);
        assertThat(report.ledger().emitted()).isEqualTo(4);
    }

    @Test
    void anOutageOfOneJurorRejectsItsRowAloneAndCanBeMadeGood() {
        List<Map<String, Object>> answers = new ArrayList<>();
        answers.addAll(prefers("m1", "", "good"));
        answers.addAll(prefers("m2", "", "good"));
        answers.addAll(prefers("m3", "", "poor"));
        List<Map<String, Object>> failing = new ArrayList<>(answers);
        failing.add(0, Map.of("model", "m3", "anywhere", "question down", "error", "server-error"));
        failing.add(0, Map.of("model", "m2", "anywhere", "question blur", "reply", "hm"));
        failing.add(0, Map.of("model", "m1", "anywhere", "question blur", "reply", "hm"));
        failing.add(0, Map.of("model", "m3", "anywhere", "question blur", "reply", "hm"));
        Playing playing = playing(
                failing, List.of(row("up", "good", "poor"), row("down", "good", "poor"), row("blur", "good", "poor")));
        Plan plan = Playing.plan(
                withJurors(jury(SettleRule.majority)),
                Playing.read("id", "prompt", "a", "b"),
                COMPARE,
                Playing.into("compare"));

        RunReport first = playing.run(plan);

        assertThat(first.ending()).isEqualTo(RunReport.Ending.DONE);
        assertThat(playing.verdicts()).containsOnlyKeys("up");
        List<JsonNode> rejects = playing.lines("rejects.jsonl");
        assertThat(rejects).extracting(line -> line.path("row_id").asString("")).containsExactly("down", "blur");
        assertThat(rejects)
                .extracting(line -> line.path("reason").asString(""))
                .containsExactly("server-error", "unreadable");
        // Three jurors, two orders, a first reply and its repair.
        assertThat(rejects.get(1).path("calls").size()).isEqualTo(12);

        playing.file("answers.jsonl", answers);
        RunReport second = playing.run(plan, true);

        assertThat(second.ledger().emitted()).isEqualTo(3);
        assertThat(playing.verdicts().get("down").outcome()).isEqualTo(Outcome.FIRST);
    }

    @Test
    void aFaultThatWouldBefallEveryCallStopsTheRun() {
        List<Map<String, Object>> answers = new ArrayList<>(prefers("m1", "", "good"));
        answers.add(Map.of("model", "m2", "anywhere", "question", "error", "unauthorised"));
        answers.addAll(prefers("m3", "", "poor"));
        Playing playing = playing(answers, List.of(row("one", "good", "poor"), row("two", "good", "poor")));

        RunReport report = playing.run(Playing.plan(
                withJurors(jury(SettleRule.majority)),
                Playing.read("id", "prompt", "a", "b"),
                COMPARE,
                Playing.into("compare")));

        assertThat(report.ending()).isEqualTo(RunReport.Ending.STOPPED);
        assertThat(report.fault().orElseThrow().reason()).isEqualTo("unauthorised");
        assertThat(playing.verdicts()).isEmpty();
    }
}
