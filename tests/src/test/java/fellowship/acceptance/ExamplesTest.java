package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder of {@code examples/} is run on its scripted answers, twice. What it writes must be what stands in its
 * {@code expected/}; {@code -Dexamples.update=true} writes that anew, for a person to look at.
 */
class ExamplesTest {

    @TempDir
    private Path temp;

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Product.root().resolve("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(folders()).hasSizeGreaterThanOrEqualTo(3);
    }

    @TestFactory
    Stream<DynamicTest> eachGivesWhatIsExpectedAndASecondRunAsksNothing() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> play(folder)));
    }

    private void play(Path example) throws IOException {
        Path folder = temp.resolve(example.getFileName().toString());
        Path home = Files.createDirectories(temp.resolve("home-" + example.getFileName()));
        Product.copy(example, folder);
        Product product = new Product(home, folder);
        String script = script(folder);

        Product.Result first = product.run("run", script, "--model", "scripted:answers.jsonl", "--out", "run");
        assertThat(first.code()).as(first.all()).isZero();
        Map<String, String> made = data(folder.resolve("run"));
        assertThat(made).isNotEmpty();
        Path expected = example.resolve("expected");
        if (Boolean.getBoolean("examples.update")) {
            for (Map.Entry<String, String> file : made.entrySet()) {
                Files.createDirectories(expected.resolve(file.getKey()).getParent());
                Files.writeString(expected.resolve(file.getKey()), file.getValue());
            }
        }
        assertThat(made).isEqualTo(data(expected));

        Map<String, String> before = Product.result(folder.resolve("run"));
        Product.Result second = product.run("run", script, "--model", "scripted:answers.jsonl", "--out", "run");
        assertThat(second.code()).as(second.all()).isZero();
        assertThat(second.out()).contains("calls: 0 made");
        assertThat(Product.result(folder.resolve("run"))).isEqualTo(before);
    }

    private static String script(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> scripts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".groovy"))
                    .toList();
            assertThat(scripts).as("an example has one script").hasSize(1);
            return scripts.get(0);
        }
    }

    /** The training files and the rejects. */
    private static Map<String, String> data(Path run) throws IOException {
        Map<String, String> data = new TreeMap<>(Product.result(run));
        data.keySet().removeIf(name -> !name.matches(".*/(train|rows)\\.jsonl|rejects\\.jsonl"));
        return data;
    }
}
