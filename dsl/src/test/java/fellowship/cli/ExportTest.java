package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code convert}, {@code export} and {@code verify} as commands: what they print, and how they end. */
class ExportTest {

    private static final String ROWS = """
            {"prompt":"q","prompt_id":"x","chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"a"}],"rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"b"}],"score_chosen":8.5,"score_rejected":6.0}
            {"prompt":"r","prompt_id":"y","chosen":[{"role":"user","content":"r"},{"role":"assistant","content":"c"}],"rejected":[{"role":"user","content":"r"},{"role":"assistant","content":"c"}],"score_chosen":7.0,"score_rejected":7.0}
            """;

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void records() throws IOException {
        shell = new Shell(home);
        shell.write("rows.jsonl", ROWS);
        shell.run("convert", "rows.jsonl", "--from", "ultrafeedback-binarized", "--out", "records.jsonl");
    }

    private static JsonNode json(Shell.Result result) {
        return JsonMapper.shared().readTree(result.out());
    }

    @Test
    void convertSaysHowManyRecordsThereAre() {
        Shell.Result result = shell.run(
                "convert", "rows.jsonl", "--from", "ultrafeedback-binarized", "--out", "again.jsonl", "--json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(json(result).path("records").asInt()).isEqualTo(2);
    }

    @Test
    void exportSaysWhatItLeftOutAndWhy() throws IOException {
        Shell.Result result = shell.run("export", "records.jsonl", "--for", "trl", "--out", "out");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("2 records, 1 row for trl, preference\n"
                        + "left out: 1 equal-texts (both answers are the same)\n"
                        + "out/train.jsonl: 1 row, ");
        assertThat(Files.readString(shell.folder.resolve("out/train.jsonl"))).isEqualTo("""
                {"prompt":[{"role":"user","content":"q"}],"chosen":[{"role":"assistant","content":"a"}],"rejected":[{"role":"assistant","content":"b"}]}
                """);
    }

    @Test
    void exportTellsTheSameAsJson() {
        JsonNode told = json(shell.run("export", "records.jsonl", "--for", "llama-factory", "--out", "out", "--json"));

        assertThat(told.path("rows").asInt()).isEqualTo(1);
        assertThat(told.path("left").path("equal-texts").asInt()).isEqualTo(1);
        assertThat(told.path("files").get(0).path("path").asString()).isEqualTo("train.jsonl");
        assertThat(told.path("companions").get(0).asString()).isEqualTo("dataset_info.json");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() {
        shell.run("export", "records.jsonl", "--for", "trl", "--out", "out");
        Shell.Result again = shell.run("export", "records.jsonl", "--for", "trl", "--out", "out");

        assertThat(again.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(again.err()).contains("out is not empty; name another with --out DIR, or add --force");
        assertThat(shell.run("export", "records.jsonl", "--for", "trl", "--out", "out", "--force")
                        .code())
                .isZero();
    }

    @Test
    void noRowAtAllIsAnError() {
        Shell.Result result =
                shell.run("export", "records.jsonl", "--for", "trl", "--type", "stepwise", "--out", "out");

        assertThat(result.code()).isEqualTo(ExitCode.DATA);
        assertThat(result.err()).contains("no record gives a row of trl stepwise");
    }

    @Test
    void wordsThatAreNotThereAreToldWithThoseThatAre() {
        assertThat(shell.run("export", "records.jsonl", "--for", "tlr")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("there is no 'tlr'").contains("trl");
        });
        assertThat(shell.run("export", "records.jsonl", "--for", "verl", "--type", "dpo")
                        .err())
                .contains("verl has no 'dpo'; it has prompt-only, language-modeling, preference-plain");
        assertThat(shell.run("export", "records.jsonl", "--for", "trl", "--format", "csv")
                        .err())
                .contains("there is no 'csv'; jsonl and parquet are there");
        assertThat(shell.run("export", "records.jsonl", "--for", "trl", "--split", "my-test=0.1")
                        .err())
                .contains("'my-test' is no name for a split");
        assertThat(shell.run("export", "records.jsonl", "--for", "trl", "--at-least", "3")
                        .err())
                .contains("--at-least is for --type unpaired");
        assertThat(shell.run("export", "nowhere", "--for", "trl").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSplitThatStaysEmptyIsTold() {
        Shell.Result result =
                shell.run("export", "records.jsonl", "--for", "trl", "--split", "test=0.1", "--out", "out");

        assertThat(result.out()).contains("test: no row, since nearly equal prompts stay together");
    }

    @Test
    void labelsFromScores() throws IOException {
        shell.run("export", "records.jsonl", "--for", "trl", "--type", "unpaired", "--at-least", "7", "--out", "out");

        assertThat(Files.readAllLines(shell.folder.resolve("out/train.jsonl")))
                .containsExactly(
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"a\"}],\"label\":true}",
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"b\"}],\"label\":false}",
                        "{\"prompt\":[{\"role\":\"user\",\"content\":\"r\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"c\"}],\"label\":true}");
    }

    @Test
    void verifyEndsWithoutErrorWhereAConsumerTakesAll() {
        shell.run("export", "records.jsonl", "--for", "trl", "--out", "out");
        Shell.Result result = shell.run("verify", "out/train.jsonl", "--for", "trl");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).startsWith("out/train.jsonl: 1 row for trl, preference: ");
    }

    @Test
    void verifyNamesLineAndRemedyAndEndsWithAnError() {
        Shell.Result result = shell.run("verify", "rows.jsonl", "--for", "trl");

        assertThat(result.code()).isEqualTo(ExitCode.DATA);
        assertThat(result.out())
                .contains("rows.jsonl:1: ")
                .contains("texts [prompt] stand beside lists of messages [chosen, rejected]")
                .contains("fellowship convert --from trl");
        JsonNode told = json(shell.run("verify", "rows.jsonl", "--for", "trl", "--json"));
        assertThat(told.path("errors").asInt()).isEqualTo(2);
        assertThat(told.path("findings").get(1).path("line").asInt()).isEqualTo(2);
    }
}
