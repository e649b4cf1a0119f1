package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.model.LoopbackOptions;
import fellowship.model.LoopbackProvider;
import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one machine paid for runs on another one, with the real command, without a key, a server or a cent. */
class ReproductionTest {

    private static final int ROWS = 12;

    @TempDir
    private Path temp;

    @Test
    void whoeverImportsARunsAnswersMakesTheSameBytesWithoutACall() throws Exception {
        Path mine = Files.createDirectories(temp.resolve("mine"));
        Path yours = Files.createDirectories(temp.resolve("yours"));
        try (LoopbackProvider provider =
                LoopbackProvider.start(LoopbackOptions.standard().withKey("sk-mine"))) {
            project(mine, provider.url());
            project(yours, provider.url());
            Path key = Files.writeString(mine.resolve("key"), "sk-mine");
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Product.Result paid = at(mine).run(run());
            assertThat(paid.code()).as(paid.all()).isZero();
            assertThat(((Number) provider.stats().get("requests")).intValue()).isEqualTo(3 * ROWS);
        }
        Product.Result exported = at(mine).run("cache", "export", "out", "w1.answers");
        assertThat(exported.code()).as(exported.all()).isZero();
        assertThat(exported.out()).contains(3 * ROWS + " answers, ").contains("sha256 ");
        assertThat(at(mine).run("cache", "export", "all.answers", "--json").out())
                .contains("\"answers\" : " + 3 * ROWS);
        Files.copy(mine.resolve("w1.answers"), yours.resolve("w1.answers"));

        assertThat(at(yours).run(run()).code()).as("no key, nothing imported").isEqualTo(77);
        assertThat(at(yours).run(offline()).all()).contains("is neither in this run's journal nor in the cache");
        Product.Result imported = at(yours).run("cache", "import", "w1.answers");
        assertThat(imported.code()).as(imported.all()).isZero();
        assertThat(imported.out()).contains(3 * ROWS + " answers taken in").contains("one was server:a");

        Product.Result again = at(yours).run(offline());
        assertThat(again.code()).as(again.all()).isZero();
        assertThat(again.out()).contains("\"calls\" : 0").contains("\"cached\" : " + 3 * ROWS);
        assertThat(Product.result(yours.resolve("out"))).isEqualTo(Product.result(mine.resolve("out")));
        Proof.figure("reproduced-elsewhere", "0 calls, same bytes");

        assertThat(at(yours).run("cache", "list", "--json").out()).contains("\"answers\" : " + 3 * ROWS);
        assertThat(at(yours).run("cache", "prune", "--keep", "0B").out()).contains("removed " + 3 * ROWS + " answers");
        assertThat(at(yours).run("cache", "list").out()).contains("0 answers");
    }

    @Test
    void mistakesSayWhatToDo() throws Exception {
        Path work = Files.createDirectories(temp.resolve("work"));
        Files.writeString(work.resolve("some.txt"), "hello");
        Product product = at(work);
        assertThat(told(product, 65, "cache", "import", "some.txt")).contains("holds no exported answers");
        assertThat(told(product, 65, "cache", "import", "none.answers")).contains("there is no file");
        assertThat(told(product, 64, "cache", "export", "nowhere", "x.answers")).contains("is no run folder");
        assertThat(told(product, 64, "cache", "export", ".")).contains("is a folder; name the file to write");
        assertThat(told(product, 64, "cache", "prune")).contains("say what is to go");
        assertThat(told(product, 64, "cache", "prune", "--older-than", "soon")).contains("write 12h, 30d or 8w");
        assertThat(told(product, 64, "cache", "prune", "--keep", "much")).contains("write 500MB or 2GB");
    }

    private static String told(Product product, int code, String... args) {
        Product.Result result = product.run(args);
        assertThat(result.code()).as(result.all()).isEqualTo(code);
        return result.err();
    }

    private Product at(Path folder) throws IOException {
        return new Product(Files.createDirectories(temp.resolve("home-" + folder.getFileName())), folder);
    }

    private static void project(Path folder, String url) throws IOException {
        Files.copy(Product.root().resolve("tests/bench/w1.groovy"), folder.resolve("w1.groovy"));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add("{\"id\": \"r" + i + "\", \"prompt\": \"Write a line about the number " + i + ".\"}");
        }
        Files.write(folder.resolve("rows.jsonl"), rows);
        Files.writeString(folder.resolve("fellowship.toml"), """
                [roles]
                writer-a = "server:a"
                writer-b = "server:b"
                judge = "server:j"

                [providers.server]
                protocol = "openai"
                url = "%s"
                key = { file = "key" }
                prices = { "*" = { input = 1, output = 2 } }
                """.formatted(url));
    }

    private static String[] run() {
        return new String[] {"run", "w1.groovy", "-p", "prompts=rows.jsonl", "--out", "out", "--json"};
    }

    private static String[] offline() {
        String[] words = Arrays.copyOf(run(), run().length + 1);
        words[run().length] = "--offline";
        return words;
    }
}
