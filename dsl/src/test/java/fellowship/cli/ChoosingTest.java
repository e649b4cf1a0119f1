package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scripts that choose among rows and pairs, from the file to the data set. */
class ChoosingTest {

    private static final String HEAD = """
            record Task(String id, String prompt, String human, String model, String topic) {}
            def writer = agent('writer') { model 'writer'; maxTokens 50; prompt '{{prompt}}' }
            def referee = judge('referee') { model 'judge'; maxTokens 50; scoring outOf: 10; oneOrder() }
            def second = judge('second') { model 'second'; maxTokens 50; scoring outOf: 10; oneOrder() }
            def panel = jury('panel') { jurors referee, second; settle meanScore }
            """;

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(home);
        rows(20);
        shell.write("answers.jsonl", """
                {"model": "judge", "anywhere": "weak", "reply": {"rationale": "r", "score": 3}}
                {"model": "judge", "anywhere": "good", "reply": {"rationale": "r", "score": 9}}
                {"model": "judge", "reply": {"rationale": "r", "score": 5}}
                {"model": "second", "anywhere": "good", "reply": {"rationale": "r", "score": 7}}
                {"model": "second", "reply": {"rationale": "r", "score": 5}}
                {"match": "bad", "replies": ["As an AI language model, I cannot like the {{1}}.", "As an AI language model, I do not know."]}
                {"match": "prompt (\\\\d+)", "replies": ["good answer {{1}}", "weak answer {{1}}", "fair answer {{1}}"]}
                """);
        shell.write("fellowship.toml", """
                [roles]
                writer = "scripted:answers.jsonl"
                judge = "scripted:answers.jsonl#judge"
                second = "scripted:answers.jsonl#second"
                chief = "scripted:chief.jsonl"
                """);
    }

    private void rows(int count) throws IOException {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(1, count)
                .forEach(
                        i -> rows.append(("{\"id\": \"r%d\", \"prompt\": \"%sprompt %d\", \"human\": \"human text %d\","
                                        + " \"model\": \"%s text %d\", \"topic\": \"%s\"}%n")
                                .formatted(
                                        i,
                                        i % 5 == 0 ? "bad " : "",
                                        i,
                                        i,
                                        i % 4 == 0 ? "good" : "poor",
                                        i,
                                        i % 2 == 0 ? "even" : "odd")));
        shell.write("rows.jsonl", rows.toString());
    }

    private Shell.Result play(String flow) throws IOException {
        shell.write("choose.groovy", HEAD + "def rows = read(Task, 'rows.jsonl')\n" + flow + "\n");
        Shell.Result result = shell.run("run", "choose.groovy");
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        return result;
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(shell.folder.resolve("runs/choose/" + file))) {
            lines.add(JsonMapper.shared().readTree(line));
        }
        return lines;
    }

    private List<String> ids(String file) throws IOException {
        return lines(file).stream().map(line -> line.get("row_id").asString()).toList();
    }

    private String card() throws IOException {
        return Files.readString(shell.folder.resolve("runs/choose/README.md"));
    }

    @Test
    void aPersonsTextIsPreferredToTheModelsOwnDraftWithoutAScore() throws IOException {
        play(
                "rows.filter { it.topic == 'odd' }.generate(samples: 3, writer).pairs(chosen: 'human', rejected: random).into dpo('spin')");

        assertThat(lines("spin/full.jsonl")).hasSize(10).allSatisfy(line -> {
            assertThat(line.get("chosen").get(0).get("content").asString()).startsWith("human text");
            assertThat(line.get("chosen_model").asString()).isEqualTo("input");
            assertThat(line.get("policy").asString()).isEqualTo("human-random");
            assertThat(line.get("strength").isNull()).isTrue();
        });
        assertThat(lines("spin/full.jsonl").stream()
                        .map(line -> line.get("rejected_draft").asString())
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void labelsThatThePanelSpeaksAgainstAreFlipped() throws IOException {
        play(
                "rows.score(panel, 'human', 'model').pairs(chosen: 'human', rejected: 'model').weak(below: 0, flip).margins().into dpo('mended')");

        List<JsonNode> lines = lines("mended/full.jsonl");
        assertThat(lines).hasSize(20);
        JsonNode flipped = lines.get(3);
        assertThat(flipped.get("chosen").get(0).get("content").asString()).isEqualTo("good text 4");
        assertThat(flipped.get("strength").asDouble()).isEqualTo(3);
        assertThat(flipped.get("lineage").asString())
                .contains("\"strength\":{\"mean\":3.0,\"deviation\":1.0,\"opinions\":2,\"share\":1.0,")
                .contains("\"flipped\":true");
        assertThat(lines.get(0).get("chosen").get(0).get("content").asString()).isEqualTo("human text 1");
        assertThat(lines("mended/train.jsonl").get(3).get("margin").asDouble()).isEqualTo(3);
        assertThat(lines("mended/train.jsonl").get(0).propertyNames())
                .containsExactly("prompt", "chosen", "rejected", "margin");
    }

    @Test
    void theWeakestShareOfAllRowsIsDroppedAfterAllWerePlayed() throws IOException {
        Shell.Result result = play("rows.generate(samples: 3, writer).score(panel).pairs(ranks: all)"
                + ".weak(share: 0.34, drop).weak(share: 0.5, soften).into dpo('strong')");

        assertThat(result.err() + result.out()).contains("decides by all of them together");
        // 16 rows of 3 pairs with the strengths 4, 3, 1; the rows of one kind of answer make none.
        List<JsonNode> lines = lines("strong/full.jsonl");
        assertThat(lines).hasSize(48 - 16);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("strength").asDouble()).isGreaterThanOrEqualTo(3));
        assertThat(lines.stream().filter(line -> line.get("p").asDouble() < 1)).hasSize(16);
        assertThat(lines("strong/train.jsonl").get(0).propertyNames()).contains("p");
        assertThat(card()).contains("weak1: weak | 16 |");
    }

    @Test
    void gatesTakeDraftsOutAndSayWhy() throws IOException {
        play("rows.generate(samples: 2, writer).gates { residue() }.into jsonl('clean')");

        assertThat(lines("clean/train.jsonl")).hasSize(16);
        assertThat(card()).contains("gates1: residue: as an AI | 4 |");
    }

    @Test
    void benchmarksAreReadFromTheirFiles() throws IOException {
        shell.write("bench.jsonl", "{\"question\": \"Take prompt 7 to heart\", \"n\": [\"human text 9\"]}\n");
        play("rows.gates(['prompt', 'human']) { benchmarks words: 2, 'bench.jsonl' }.into jsonl('clean')");

        assertThat(lines("clean/train.jsonl")).isEmpty();
        assertThat(card()).contains("gates1: benchmarks (human) | 19 |").contains("gates1: benchmarks (prompt) | 1 |");

        shell.write("bench.jsonl", "{\"question\": \"Take prompt 7 to heart\", \"n\": [\"human text 9\"]}");
        play("rows.gates('human') { benchmarks words: 3, 'bench.jsonl' }.into jsonl('clean')");
        assertThat(lines("clean/train.jsonl")).hasSize(19);
        shell.write("bench.jsonl", "\"nothing of the kind at all\"\n");
        play("rows.gates('human') { benchmarks words: 3, 'bench.jsonl' }.into jsonl('clean')");
        assertThat(lines("clean/train.jsonl")).hasSize(20);
    }

    @Test
    void aBenchmarkThatIsNotThereIsToldBeforeTheFirstCall() throws IOException {
        shell.write(
                "choose.groovy",
                HEAD + "read(Task, 'rows.jsonl').gates('human') { benchmarks 'none.jsonl' }.into jsonl('clean')\n");
        Shell.Result result = shell.run("run", "choose.groovy");
        assertThat(result.code()).isNotZero();
        assertThat(result.err()).contains("none.jsonl: this benchmark cannot be read");
    }

    @Test
    void theFirstOfEqualRowsStays() throws IOException {
        play("rows.dedupe { it.topic }.into jsonl('one-each')");
        assertThat(ids("one-each/train.jsonl")).containsExactly("r1", "r2");

        play("rows.dedupe(near: 0.6) { it.prompt }.into jsonl('near')");
        assertThat(ids("near/train.jsonl")).contains("r1").hasSizeLessThan(20);
        assertThat(card()).contains("dedupe1: near duplicate");
    }

    @Test
    void aSampleIsTheSameForTheSameSeed() throws IOException {
        play("rows.sample(7).into jsonl('some')");
        List<String> first = ids("some/train.jsonl");
        assertThat(first).hasSize(7);
        play("seed 2\nrows.sample(7).into jsonl('some')");
        assertThat(ids("some/train.jsonl")).hasSize(7).isNotEqualTo(first);
        play("rows.sample(7).into jsonl('some')");
        assertThat(ids("some/train.jsonl")).isEqualTo(first);
        play("rows.sample(share: 0.5).into jsonl('half')");
        assertThat(ids("half/train.jsonl")).hasSizeBetween(3, 17);
    }

    @Test
    void readingEndsWhenSoManyWereAccepted() throws IOException {
        rows(500);
        Shell.Result result =
                play("rows.generate(samples: 2, writer).score(panel).pairs().until(accepted: 6).into dpo('six')");

        // Row 5 makes no pair: both drafts have one score.
        assertThat(ids("six/full.jsonl")).containsExactly("r1", "r2", "r3", "r4", "r6", "r7");
        assertThat(result.out()).contains("rows: 7 in = 6 emitted + 1 filtered + 0 rejected");
        int calls = Integer.parseInt(result.out().replaceFirst("(?s).*calls: (\\d+) made.*", "$1"));
        assertThat(calls).isBetween(7 * 6, 7 * 6 + 6 * 6);
        assertThat(card()).contains("'until1' accepted 6 of 6");
        assertThat(shell.run("run", "choose.groovy").out()).contains("nothing to do");
    }

    @Test
    void anInputThatIsTooShortIsTold() throws IOException {
        Shell.Result result = play("rows.until(accepted: 50).into jsonl('all')");

        assertThat(result.out() + result.err()).contains("'until1' accepted 20 of 50: the input has no more rows");
        assertThat(card()).contains("'until1' accepted 20 of 50: the input has no more rows");
        assertThat(lines("all/train.jsonl")).hasSize(20);
    }

    @Test
    void eachStratumIsFilled() throws IOException {
        rows(100);
        Shell.Result result = play("rows.until(accepted: 3, strata: 2) { it.topic }.into jsonl('both')");

        assertThat(ids("both/train.jsonl")).containsExactly("r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(result.out()).contains("rows: 6 in = 6 emitted");
    }

    @Test
    void onlyWeakVerdictsAreAskedAgain() throws IOException {
        shell.write("answers.jsonl", """
                {"model": "judge", "anywhere": "prompt 7", "reply": {"rationale": "r", "score_a": 5, "score_b": 5}}
                {"model": "judge", "anywhere": "prompt 3", "reply": {"rationale": "r", "score_a": 6, "score_b": 5}}
                {"model": "judge", "reply": {"rationale": "r", "score_a": 9, "score_b": 2}}
                {"match": "prompt (\\\\d+)", "replies": ["one {{1}}", "two {{1}}"]}
                """);
        shell.write(
                "chief.jsonl",
                "{\"default\": true, \"reply\": {\"rationale\": \"r\", \"score_a\": 8, \"score_b\": 4}}\n");
        String chief = "def chief = judge('chief') { model 'chief'; maxTokens 50; scoring outOf: 10; oneOrder() }\n";
        Shell.Result below = play(chief
                + "rows.sample(share: 1).filter { !it.prompt.contains('bad') }.generate(samples: 2, writer).compare(referee)"
                + ".escalate(below: 2, chief).pairs().into dpo('sure')");

        assertThat(lines("sure/full.jsonl")).hasSize(16);
        assertThat(lines("sure/full.jsonl").stream()
                        .filter(line -> line.get("policy").asString().equals("verdict of chief"))
                        .map(line -> line.get("row_id").asString()))
                .containsExactly("r3", "r7");
        assertThat(below.out()).contains("calls: 50 made");

        play(chief
                + "rows.filter { !it.prompt.contains('bad') }.generate(samples: 2, writer).compare(referee)"
                + ".escalate(share: 0.07, chief).pairs().into dpo('sure')");
        assertThat(lines("sure/full.jsonl").stream()
                        .filter(line -> line.get("policy").asString().equals("verdict of chief"))
                        .map(line -> line.get("row_id").asString()))
                .containsExactly("r7");
        assertThat(card()).contains("chief");
    }

    @Test
    void tiesCanBecomeUnpairedDataByTheirScores() throws IOException {
        shell.write("answers.jsonl", """
                {"model": "judge", "anywhere": "prompt 7", "reply": {"rationale": "r", "score_a": 8, "score_b": 8}}
                {"model": "judge", "anywhere": "prompt 3", "reply": {"rationale": "r", "score_a": 2, "score_b": 2}}
                {"model": "judge", "reply": {"rationale": "r", "score_a": 9, "score_b": 2}}
                {"match": "prompt (\\\\d+)", "replies": ["one {{1}}", "two {{1}}"]}
                """);
        play(
                "rows.filter { it.id == 'r3' || it.id == 'r7' || it.id == 'r8' }.generate(samples: 2, writer).compare(referee)"
                        + ".pairs(ties: keep).into kto('ties', atLeast: 6)");

        assertThat(lines("ties/full.jsonl").stream()
                        .map(line -> line.get("row_id").asString() + " " + line.get("label")))
                .containsExactly("r3 false", "r3 false", "r7 true", "r7 true", "r8 true", "r8 false");
    }

    @Test
    void refusalsAreChosenOnlyOnDemand() throws IOException {
        shell.write("answers.jsonl", """
                {"model": "judge", "anywhere": "I cannot help", "reply": {"rationale": "r", "score": 9}}
                {"model": "judge", "reply": {"rationale": "r", "score": 3}}
                {"match": "prompt (\\\\d+)", "replies": ["I cannot help with that.", "two {{1}}"]}
                """);
        String flow = "rows.sample(5).generate(samples: 2, writer).score(referee).pairs()";
        play(flow + ".into dpo('refused')");
        assertThat(lines("refused/train.jsonl")).isEmpty();
        play(flow + ".refusals(chosen: keep).into dpo('refused')");
        assertThat(lines("refused/train.jsonl")).hasSize(5);
    }
}
