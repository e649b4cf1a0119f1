package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.store.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void aProject() throws IOException {
        shell = new Shell(home);
        shell.write("two.groovy", """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'writer'; maxTokens 50; prompt '{{prompt}}' }
                def referee = judge('referee') { model 'judge'; maxTokens 50; scoring outOf: 10; oneOrder() }
                read(Task, 'prompts.jsonl').generate(writer, samples: 2).compare(referee).pairs().into dpo('pairs')
                """);
        shell.write("prompts.jsonl", """
                {"id": "p1", "prompt": "one"}
                {"id": "p2", "prompt": "two"}
                {"id": "p3", "prompt": "three"}
                """);
        shell.write("answers.jsonl", """
                {"model": "judge", "reply": {"rationale": "r", "score_a": 7, "score_b": 4}}
                {"match": "(.*)", "replies": ["About {{1}}.", "More about {{1}}."]}
                """);
        shell.write("fellowship.toml", """
                [roles]
                writer = "scripted:answers.jsonl"
                judge = "scripted:answers.jsonl#judge"
                """);
    }

    @Test
    void aRunWritesItsDataSetAndSaysSo() {
        Shell.Result result = shell.run("run", "two.groovy");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("pairs     dpo   3     runs/two/pairs/train.jsonl")
                .contains("rows: 3 in = 3 emitted + 0 filtered + 0 rejected")
                .contains("calls: 9 made, 0 cached;");
        assertThat(shell.folder.resolve("runs/two/pairs/train.jsonl")).exists();
    }

    @Test
    void theSameRunAgainHasNothingToDo() {
        shell.run("run", "two.groovy");
        Shell.Result again = shell.run("run", "two.groovy");
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .startsWith("nothing to do: runs/two holds the result of this script and this input\n")
                .contains("calls: 0 made");
    }

    @Test
    void theReportIsPlainData() {
        Shell.Result result = shell.run("run", "two.groovy", "--limit", "2", "--json");
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("ending").asString()).isEqualTo("done");
        assertThat(report.get("rows").get("in").asLong()).isEqualTo(2);
        assertThat(report.get("outputs").get(0).get("rows").asLong()).isEqualTo(2);
        assertThat(report.get("calls").asLong()).isEqualTo(6);
    }

    @Test
    void aQuietRunSaysNothing() {
        assertThat(shell.run("run", "two.groovy", "--quiet")).isEqualTo(new Shell.Result(0, "", ""));
    }

    @Test
    void rejectedRowsMakeTheExitCodeOneUnlessTheyAreAllowed() throws IOException {
        shell.write("answers.jsonl", """
                {"model": "judge", "anywhere": "two", "reply": "I cannot say."}
                {"model": "judge", "reply": {"rationale": "r", "score_a": 7, "score_b": 4}}
                {"match": "(.*)", "replies": ["About {{1}}.", "More about {{1}}."]}
                """);
        Shell.Result result = shell.run("run", "two.groovy");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("rows: 3 in = 2 emitted + 0 filtered + 1 rejected")
                .contains("rejected: 1 × unreadable (see runs/two/rejects.jsonl)");
        assertThat(shell.run("run", "two.groovy", "--allow-rejected", "1").code())
                .isZero();
        assertThat(shell.run("run", "two.groovy", "--allow-rejected", "34%").code())
                .isZero();
        assertThat(shell.run("run", "two.groovy", "--allow-rejected", "33%").code())
                .isEqualTo(1);
    }

    @Test
    void aMissingInputIsTold() throws IOException {
        Files.delete(shell.folder.resolve("prompts.jsonl"));
        Shell.Result result = shell.run("run", "two.groovy");
        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err()).startsWith("two.groovy:4:").contains("prompts.jsonl");
    }

    @Test
    void aMissingKeyIsTold() {
        Shell.Result result = shell.run("run", "two.groovy", "--model", "writer=groq:llama");
        assertThat(result.code()).isEqualTo(77);
        assertThat(result.err()).contains("GROQ_API_KEY");
    }

    @Test
    void aRunFolderBelongsToOneRun() {
        try (RunLock held = RunLock.acquire(shell.folder.resolve("runs/two"))) {
            Shell.Result result = shell.run("run", "two.groovy");
            assertThat(result.code()).isEqualTo(75);
            assertThat(result.err()).contains("runs/two").contains("in use");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        shell.write("file", "x");
        assertThat(shell.run("run", "two.groovy", "--out", "file/x").code()).isEqualTo(73);
    }

    @Test
    void aPreviewShowsEveryPromptAndReply() {
        Shell.Result result = shell.run("preview", "two.groovy");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("=== row p1 (")
                .contains("--- writer, scripted:answers.jsonl\n[user] one\n[reply] About one.\n")
                .contains("--- referee, scripted:answers.jsonl#judge\n[system] ")
                .contains("--> data set 'pairs', row p1")
                .contains("rows: 1 in = 1 emitted");
        assertThat(shell.folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aModelIsTested() {
        Shell.Result result = shell.run("models", "test", "writer");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("scripted:answers.jsonl answers in ")
                .contains("About Reply with the one word: ready.");
        Shell.Result missing = shell.run("models", "test", "groq:llama");
        assertThat(missing.code()).isEqualTo(77);
        assertThat(missing.err()).startsWith("groq:llama: ").contains("GROQ_API_KEY");
    }

    @Test
    void aPairIsExplained() throws IOException {
        shell.run("run", "two.groovy");
        JsonNode line = JsonMapper.shared()
                .readTree(Files.readAllLines(shell.folder.resolve("runs/two/pairs/full.jsonl"))
                        .get(0));
        String id = line.get("pair_id").asString();
        Shell.Result result = shell.run("explain", id.substring(0, 6));
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("runs/two/pairs/full.jsonl, row p1 of ")
                .contains("pair " + id + ": ")
                .contains("draft d1 by writer (scripted)\n  About one.\n")
                .contains("verdict of referee on d1 and d2: ")
                .contains("judgment by referee (scripted)");
        assertThat(shell.run("explain", "p1").out()).isEqualTo(result.out());
        assertThat(shell.run("explain", "nothing"))
                .isEqualTo(new Shell.Result(
                        64, "", "there is no pair 'nothing' in runs; its id stands as pair_id in full.jsonl\n"));
    }

    @Test
    void standardInputIsRead() throws IOException {
        shell.write("in.groovy", """
                record Task(String id, String prompt) {}
                def writer = agent('writer') { model 'writer'; prompt '{{prompt}}' }
                read(Task, '-').generate(writer).into sft('answers')
                """);
        shell.input = "{\"id\": \"a\", \"prompt\": \"b\"}\n";
        Shell.Result result = shell.run("run", "in.groovy");
        assertThat(result.out()).contains("rows: 1 in = 1 emitted");
        assertThat(shell.run("plan", "in.groovy").out()).contains("not counted: standard input");
    }
}
