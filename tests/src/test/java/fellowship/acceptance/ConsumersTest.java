package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command line writes is loaded by {@code datasets} itself, where the Python named by {@code FELLOWSHIP_PYTHON}
 * (else {@code python3}) has it, and its {@code croissant.json} by {@code mlcroissant}.
 */
class ConsumersTest {

    @TempDir
    private Path temp;

    @Test
    void everyExampleLoadsWithTheConsumersOwnLoader() throws Exception {
        Python python = new Python(temp);
        assumeTrue(python.has("datasets"), "this Python has no 'datasets': nothing was loaded");
        boolean croissants = python.has("mlcroissant");
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

            Python.Outcome loaded =
                    python.run(script.toString(), folder.resolve("run").toString());

            assertThat(loaded.code()).as(loaded.text()).isZero();
            System.out.print(loaded.text());
            if (croissants) {
                Python.Outcome read = python.run(
                        Product.root()
                                .resolve("tests/consumers/croissant_check.py")
                                .toString(),
                        folder.resolve("run").toString());
                assertThat(read.code()).as(read.text()).isZero();
                System.out.print(read.text());
            }
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Product.root().resolve("examples"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
