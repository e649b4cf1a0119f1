package fellowship.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.export.form.Forms;
import fellowship.export.record.RecordException;
import fellowship.export.split.Shares;
import fellowship.export.write.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others' files become records, and records those files again. */
class ConvertTest {

    @TempDir
    private Path temp;

    private String exported(String from, String rows, String consumer, String type, OptionalDouble atLeast)
            throws IOException {
        Path records = temp.resolve("records.jsonl");
        Convert.run(Files.writeString(temp.resolve("rows.jsonl"), rows), from, records);
        Path folder = temp.resolve("out");
        Export.run(new ExportJob(
                records, Forms.of(consumer, type).orElseThrow(), FileKind.JSONL, Shares.none(), 0, 0, folder, atLeast));
        return Files.readString(folder.resolve("train.jsonl"));
    }

    private String exported(String from, String rows, String type) throws IOException {
        return exported(from, rows, "trl", type, OptionalDouble.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preference={\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"a\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"b\"}]}",
                "reward={\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"a\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"b\"}],\"margin\":0.5}",
                "preference-plain={\"prompt\":\"The sky is\",\"chosen\":\" blue.\",\"rejected\":\" green.\"}",
                "unpaired={\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"a\"}],\"label\":false}",
                "prompt-completion={\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"completion\":[{\"role\":\"assistant\",\"content\":\"a\"}]}",
                "prompt-only={\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}]}",
                "language-modeling={\"messages\":[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":\"a\"}]}",
                "stepwise={\"prompt\":\"q\",\"completions\":[\"one\",\"two\"],\"labels\":[true,false]}",
                "triple={\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"reference\":[{\"role\":\"assistant\",\"content\":\"gold\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"a\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"b\"}]}"
            })
    void everyTypeOfTrlComesBackToTheByte(String typeAndRow) throws IOException {
        String[] parts = typeAndRow.split("=", 2);

        assertThat(exported("trl", parts[1] + "\n", parts[0])).isEqualTo(parts[1] + "\n");
    }

    @Test
    void whatBothSidesOfAnImplicitPairBeginWithIsThePrompt() throws IOException {
        assertThat(exported("trl", """
                {"chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"a"}],"rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"b"}]}
                """, "preference")).isEqualTo("""
                {"prompt":[{"role":"user","content":"q"}],"chosen":[{"role":"assistant","content":"a"}],"rejected":[{"role":"assistant","content":"b"}]}
                """);
    }

    @Test
    void aTextBesideConversationsBecomesOneKind() throws IOException {
        assertThat(exported("ultrafeedback-binarized", """
                {"prompt":"q","prompt_id":"x","chosen":[{"role":"user","content":"q"},{"role":"assistant","content":"a"}],"rejected":[{"role":"user","content":"q"},{"role":"assistant","content":"b"}],"score_chosen":8.5,"score_rejected":6.0}
                """, "reward")).isEqualTo("""
                {"prompt":[{"role":"user","content":"q"}],"chosen":[{"role":"assistant","content":"a"}],"rejected":[{"role":"assistant","content":"b"}],"margin":2.5}
                """);
    }

    private static final String ULTRAFEEDBACK = """
            {"instruction":"q","models":["m","n"],"completions":[{"model":"m","response":"a","annotations":{"honesty":{"Rating":"4","Rationale":"fine"},"truth":{"Rating":"N/A"}}},{"model":"n","response":"b","annotations":{"honesty":{"Rating":"3"},"truth":{"Rating":"2"}}}]}
            """;

    @Test
    void ratingsOfAspectsBecomeAMeanAndAMargin() throws IOException {
        assertThat(exported("ultrafeedback", ULTRAFEEDBACK, "reward")).contains("\"margin\":1.5}");
    }

    @Test
    void labelsComeFromTheScoreAndNotFromTheRankWhereItIsAsked() throws IOException {
        assertThat(exported("ultrafeedback", ULTRAFEEDBACK, "trl", "unpaired", OptionalDouble.of(2.5)))
                .contains("\"content\":\"a\"}],\"label\":true}")
                .contains("\"content\":\"b\"}],\"label\":true}");
        assertThat(exported("ultrafeedback", ULTRAFEEDBACK, "trl", "unpaired", OptionalDouble.of(4.5)))
                .doesNotContain("\"label\":true");
    }

    @Test
    void transcriptsAreCutAtTheirSpeakers() throws IOException {
        assertThat(exported("hh", """
                {"chosen":"\\n\\nHuman: q\\n\\nAssistant: a\\n\\nHuman: r\\n\\nAssistant: good","rejected":"\\n\\nHuman: q\\n\\nAssistant: a\\n\\nHuman: r\\n\\nAssistant: bad"}
                """, "preference")).isEqualTo("""
                {"prompt":[{"role":"user","content":"q"},{"role":"assistant","content":"a"},{"role":"user","content":"r"}],"chosen":[{"role":"assistant","content":"good"}],"rejected":[{"role":"assistant","content":"bad"}]}
                """);
    }

    @Test
    void anAnnotationsSecondOutputCanBeTheBetterOne() throws IOException {
        assertThat(exported("alpaca-eval", """
                {"instruction":"q","output_1":"a","output_2":"b","generator_1":"m","generator_2":"n","annotator":"gpt","preference":2.0}
                """, "preference")).isEqualTo("""
                {"prompt":[{"role":"user","content":"q"}],"chosen":[{"role":"assistant","content":"b"}],"rejected":[{"role":"assistant","content":"a"}]}
                """);
    }

    @Test
    void aLineOfAnotherFormatIsToldWithFileAndLine() throws IOException {
        Path rows = Files.writeString(temp.resolve("rows.jsonl"), "{\"prompt\":\"q\"}\n{\"question\":\"q\"}\n");

        assertThatThrownBy(() -> Convert.run(rows, "trl", temp.resolve("records.jsonl")))
                .isInstanceOf(RecordException.class)
                .hasMessage(
                        rows + ":2: there is neither 'chosen' with 'rejected', nor 'completion', nor 'messages', nor"
                                + " 'prompt'");
        assertThat(temp.resolve("records.jsonl")).doesNotExist();
    }
}
