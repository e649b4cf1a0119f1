package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that is called often must not wait for what it does not use. */
class AgreeStartTest {

    @TempDir
    Path home;

    @Test
    void neitherTheLanguageNorModelsAreLoaded() throws IOException, InterruptedException {
        Files.writeString(home.resolve("t.csv"), "ann,bob\na,a\na,b\n");
        Path loaded = home.resolve("loaded");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "fellowship.cli.Main",
                        "agree",
                        "t.csv")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        List<String> classes = Files.readAllLines(loaded).stream()
                .map(line -> line.replaceFirst("^.*?\\] (\\S+) .*", "$1"))
                .toList();
        assertThat(classes).contains("fellowship.cli.AgreeCommand");
        // Exceptions and listeners that signatures name are looked at without use; what else there is of Groovy, by
        // picocli.
        assertThat(classes.stream()
                        .filter(name -> !name.endsWith("Exception") && !name.endsWith("Listener"))
                        .filter(name -> name.matches(
                                "(fellowship\\.(script|dsl|model|engine|store|run)|reactor|io\\.netty|org\\.sqlite"
                                        + "|org\\.codehaus\\.groovy\\.control)\\..*")))
                .isEmpty();
    }
}
