package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with a script, {@code answers.jsonl} and {@code expected/}: an example or a template. It is run on its scripted
 * answers, twice. What it writes must be what stands in {@code expected/}; {@code -Dexamples.update=true} writes that anew,
 * for a person to look at.
 *
 * @param source where it stands in the checkout
 * @param script its name in the folder
 */
record ScriptedFolder(Path source, String script) {

    void play(Path temp) throws IOException {
        Path folder = temp.resolve(source.getFileName().toString());
        Path home = Files.createDirectories(temp.resolve("home-" + source.getFileName()));
        Product.copy(source, folder);
        Product product = new Product(home, folder);

        Product.Result first = product.run("run", script, "--model", "scripted:answers.jsonl", "--out", "run");
        assertThat(first.code()).as(first.all()).isZero();
        Map<String, String> made = data(folder.resolve("run"));
        assertThat(made).isNotEmpty();
        Path expected = source.resolve("expected");
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

    /** The training files, the rejects and what waits for people. */
    private static Map<String, String> data(Path run) throws IOException {
        Map<String, String> data = new TreeMap<>(Product.result(run));
        data.keySet().removeIf(name -> !name.matches(".*/(train|rows)\\.jsonl|(rejects|for-people)\\.jsonl"));
        return data;
    }
}
