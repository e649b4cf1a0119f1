package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command line writes is loaded by {@code datasets} itself, where the Python named by {@code FELLOWSHIP_PYTHON}
 * (else {@code python3}) has it.
 */
class ConsumersTest {

    @TempDir
    private Path temp;

    @Test
    void everyExampleLoadsWithTheConsumersOwnLoader() throws Exception {
        assumeTrue(python("-c", "import datasets").code() == 0, "this Python has no 'datasets': nothing was loaded");
        Path script = Product.root().resolve("tests/consumers/load_folder.py");
        for (Path example : examples()) {
            Path folder = temp.resolve(example.getFileName().toString());
            Product.copy(example, folder);
            String workflow;
            try (Stream<Path> files = Files.list(folder)) {
                workflow = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".groovy"))
                        .findFirst()
                        .orElseThrow();
            }
            Product product =
                    new Product(Files.createDirectories(temp.resolve("home-" + example.getFileName())), folder);
            assertThat(product.run("run", workflow, "--model", "scripted:answers.jsonl", "--out", "run")
                            .code())
                    .isZero();

            Outcome loaded = python(script.toString(), folder.resolve("run").toString());

            assertThat(loaded.code()).as(loaded.text()).isZero();
            System.out.print(loaded.text());
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Product.root().resolve("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private record Outcome(int code, String text) {}

    private Outcome python(String... args) throws Exception {
        Stream<String> command =
                Stream.concat(Stream.of(System.getenv().getOrDefault("FELLOWSHIP_PYTHON", "python3")), Stream.of(args));
        Path log = temp.resolve("python.log");
        ProcessBuilder builder =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HF_HOME", temp.resolve("hf").toString());
        builder.environment().put("HF_HUB_OFFLINE", "1");
        try {
            Process process = builder.start();
            return new Outcome(process.waitFor(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Outcome(127, "there is no Python: " + e.getMessage());
        }
    }
}
