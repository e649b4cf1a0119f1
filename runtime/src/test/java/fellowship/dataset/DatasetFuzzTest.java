package fellowship.dataset;

import fellowship.fuzz.Fuzzing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input files, spoilt: a line is a sample or a value that says what is wrong; a file is read or refused. */
final class DatasetFuzzTest {

    @TempDir
    Path folder;

    @Test
    void everyLineOfJsonIsASampleOrAValue() {
        fuzz(
                "jsonl-input",
                "in.jsonl",
                "{\"id\":\"a\",\"prompt\":\"Why?\"}\n{\"id\":\"b\",\"prompt\":\"How?\",\"more\":[1,2]}\n\n{\"prompt\":\"x\"}\n",
                "\ufeff{\"id\":\"a\",\"prompt\":\"\\ud83d\\ude00\"}\r\n{\"id\":\"b\",\"prompt\":null}\r\n");
    }

    @Test
    void everyElementOfAnArrayToo() {
        fuzz(
                "json-input",
                "in.json",
                "[{\"id\":\"a\",\"prompt\":\"Why?\"},{\"id\":\"b\",\"prompt\":\"How?\"},7,{\"prompt\":\"x\"}]");
    }

    @Test
    void everyRowOfATableToo() {
        fuzz(
                "csv-input",
                "in.csv",
                "id,prompt,more\na,Why?,1\nb,\"How, \"\"then\"\"?\",\nc,\"two\nlines\",x\n",
                "prompt;id\r\n\"a\";1\r\n");
    }

    private void fuzz(String name, String file, String... seeds) {
        Path in = Fuzzing.quick(folder);
        Path path = in.resolve(file);
        path.toFile().deleteOnExit();
        Fuzzing.of(name, Set.of(InputException.class), seeds).run(input -> {
            Files.write(path, input);
            SampleSource source = SampleSource.open(List.of(file), Fixture.TASK, in, in.resolve("none"));
            try (Stream<InputLine> lines = source.lines()) {
                return lines.toList();
            }
        });
    }
}
