package fellowship.export;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.export.form.Form;
import fellowship.export.form.Forms;
import fellowship.export.record.RecordException;
import fellowship.export.split.Shares;
import fellowship.export.write.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every type of every consumer, byte for byte: {@code formats/CONSUMER.txt} of the resources holds, below a heading of type
 * and corpus, the lines and the files beside them. A new type fails until its lines are there.
 */
class ExactLinesTest {

    private static final Path RESOURCES = Path.of("src/test/resources/formats");
    private static final List<String> CORPORA = List.of("text", "tools", "pictures");

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> everyConsumersLinesAreTheseToTheByte() {
        return Forms.consumers().stream()
                .map(consumer -> DynamicTest.dynamicTest(consumer, () -> assertThat(made(consumer))
                        .isEqualTo(Files.readString(RESOURCES.resolve(consumer + ".txt")))));
    }

    @Test
    void noConsumerIsWithoutLines() throws IOException {
        for (String consumer : Forms.consumers()) {
            String lines = Files.readString(RESOURCES.resolve(consumer + ".txt"));
            for (String type : Forms.types(consumer)) {
                assertThat(lines).contains("# " + type + ", ");
            }
        }
    }

    private String made(String consumer) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String type : Forms.types(consumer)) {
            for (String corpus : CORPORA) {
                text.append("# ").append(type).append(", ").append(corpus).append('\n');
                text.append(made(Forms.of(consumer, type).orElseThrow(), corpus));
            }
        }
        return text.toString();
    }

    private String made(Form form, String corpus) throws IOException {
        Path folder = temp.resolve(form.consumer() + "-" + form.type() + "-" + corpus);
        Exported exported;
        try {
            exported = Export.run(new ExportJob(
                    RESOURCES.resolve(corpus + ".jsonl"),
                    form,
                    FileKind.JSONL,
                    Shares.none(),
                    0,
                    0,
                    folder,
                    OptionalDouble.empty()));
        } catch (RecordException e) {
            return "refused: " + e.getMessage() + "\n";
        }
        StringBuilder text = new StringBuilder();
        exported.left().forEach((reason, count) -> text.append("left: ")
                .append(count)
                .append(' ')
                .append(reason)
                .append('\n'));
        List<String> files = new ArrayList<>(
                exported.files().stream().map(file -> file.path()).toList());
        if (exported.rows() > 0) {
            files.addAll(exported.companions());
        }
        for (String file : files) {
            text.append(Files.readString(folder.resolve(file)));
        }
        return text.toString();
    }
}
