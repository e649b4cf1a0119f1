package fellowship.export;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.export.verify.Finding;
import fellowship.export.verify.Verified;
import fellowship.export.verify.Verify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bad file for each rule of each consumer, and what is found: {@code formats/bad.txt} of the resources, where below a
 * heading {@code # consumer type} stand rows, and after {@code =>} the findings as line, grade, rule, words and remedy.
 */
class VerifyTest {

    @TempDir
    private Path temp;

    private record Case(String name, String rows, String findings) {}

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String part :
                Files.readString(Path.of("src/test/resources/formats/bad.txt")).split("(?m)^# ")) {
            if (!part.isBlank()) {
                String[] lines = part.split("\n", 2);
                String[] sides = lines[1].split("(?m)^=>\n", 2);
                cases.add(new Case(lines[0], sides[0], sides[1].strip()));
            }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> aBadFileIsToldWithLineAndRemedy() throws IOException {
        List<Case> cases = cases();
        return java.util.stream.IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(cases.get(i).name() + " " + i, () -> assertThat(found(cases.get(i)))
                                .isEqualTo(cases.get(i).findings())));
    }

    private String found(Case bad) throws IOException {
        String[] words = bad.name().split(" ");
        List<String> found = new ArrayList<>();
        Path file = Files.writeString(temp.resolve("rows.jsonl"), bad.rows());
        Verify.run(
                file,
                words[0],
                words.length > 1 ? Optional.of(words[1]) : Optional.empty(),
                finding -> found.add(shown(finding)));
        return String.join("\n", found);
    }

    private static String shown(Finding finding) {
        return finding.line() + " " + (finding.error() ? "error" : "warning") + " " + finding.rule() + ": "
                + finding.says() + "; " + finding.remedy();
    }

    @Test
    void bytesThatAreNoUtf8AreToldAndTheRestIsRead() throws IOException {
        byte[] good = "{\"prompt\":\"a \",\"chosen\":\"b\",\"rejected\":\"c\"}\n".getBytes(StandardCharsets.UTF_8);
        Path file = temp.resolve("rows.jsonl");
        Files.write(file, good);
        Files.write(file, new byte[] {'{', (byte) 0xff, '}', '\n'}, java.nio.file.StandardOpenOption.APPEND);
        Files.write(file, good, java.nio.file.StandardOpenOption.APPEND);
        List<Finding> found = new ArrayList<>();

        Verified verified = Verify.run(file, "trl", Optional.of("preference-plain"), found::add);

        assertThat(found)
                .containsExactly(new Finding(2, true, "utf-8", "the line is no UTF-8", "write the file in UTF-8"));
        assertThat(verified.rows()).isEqualTo(3);
        assertThat(verified.errors()).isEqualTo(1);
    }

    @Test
    void anEmptyFileIsAnError() throws IOException {
        Path file = Files.writeString(temp.resolve("rows.jsonl"), "");
        List<Finding> found = new ArrayList<>();

        Verify.run(file, "trl", Optional.empty(), found::add);

        assertThat(found).extracting(Finding::rule).containsExactly("rows");
    }
}
