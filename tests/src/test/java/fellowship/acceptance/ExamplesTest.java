package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder of {@code examples/} does what its {@code expected/} shows, and asks nothing the second time. */
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
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), () -> new ScriptedFolder(folder, script(folder)).play(temp)));
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
}
