package fellowship.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRowTest {

    @TempDir
    Path folder;

    /** What the child does: reads all, prints each line's kind. */
    static final class Reading {
        public static void main(String[] names) {
            SampleSource source = SampleSource.open(List.of(names), Fixture.TASK, Path.of(""), Path.of("input"));
            try (Stream<InputLine> lines = source.lines()) {
                lines.forEach(line -> System.out.println(
                        line instanceof InputLine.Bad bad
                                ? bad.reason() + " " + bad.raw().length()
                                : "taken"));
            }
        }
    }

    @Test
    void aRowOf100MegabytesIsToldInASmallHeap() throws IOException, InterruptedException {
        Path lines = folder.resolve("long.jsonl");
        Path array = folder.resolve("long.json");
        write(lines, "", "\n");
        write(array, "[", ",");
        Files.writeString(array, "{\"id\":\"last\",\"prompt\":\"p\"}]", java.nio.file.StandardOpenOption.APPEND);
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        lines.toString(),
                        array.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said.lines()).containsExactly("taken", "too-long 65536", "taken", "too-long 65536", "taken");
    }

    private static void write(Path file, String before, String after) throws IOException {
        byte[] text = new byte[1 << 20];
        Arrays.fill(text, (byte) 'x');
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            String name = file.getFileName().toString();
            out.write((before + "{\"id\":\"" + name + "\",\"prompt\":\"p\"}" + after + "{\"prompt\":\"").getBytes());
            for (int i = 0; i < 100; i++) {
                out.write(text);
            }
            out.write(("\"}" + after).getBytes());
        }
    }
}
