package fellowship.model.scripted;

import fellowship.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of scripted answers, spoilt. */
final class ScriptedFuzzTest {

    @TempDir
    Path folder;

    @Test
    void everyFileIsReadOrRefusedWithItsLine() {
        Path file = Fuzzing.quick(folder).resolve("answers.jsonl");
        file.toFile().deleteOnExit();
        Fuzzing.of(
                        "scripted-rules",
                        Set.of(IllegalArgumentException.class),
                        "{\"match\":\"sky|sea\",\"reply\":\"Blue.\",\"finish\":\"length\"}\n{\"default\":true,\"replies\":[\"a\",\"b\"]}",
                        "{\"system\":\"brief\",\"model\":\"m\",\"reply\":{\"score\":7},\"by\":\"draw\"}\n\n{\"anywhere\":\"x\",\"error\":\"rate-limited\"}")
                .run(input -> {
                    write(file, input);
                    return RuleFile.read(file, "answers.jsonl");
                });
    }

    private static void write(Path file, byte[] input) throws IOException {
        Files.write(file, input);
    }
}
