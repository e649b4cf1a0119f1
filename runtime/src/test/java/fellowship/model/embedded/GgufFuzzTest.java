package fellowship.model.embedded;

import fellowship.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads of model files, spoilt. */
final class GgufFuzzTest {

    @TempDir
    Path folder;

    @Test
    void everyFileIsReadOrRefused() {
        Path path = Fuzzing.quick(folder).resolve("file.gguf");
        path.toFile().deleteOnExit();
        new Fuzzing("gguf-heads", List.of(TinyModel.writer("llama").bytes()), Set.of(GgufException.class))
                .run(input -> read(path, input));
    }

    private static Object read(Path path, byte[] input) throws IOException {
        Files.write(path, input);
        try (Gguf file = Gguf.open(path)) {
            return file;
        }
    }
}
