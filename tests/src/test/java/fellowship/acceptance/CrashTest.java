package fellowship.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.model.LoopbackOptions;
import fellowship.model.LoopbackProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command line, killed at random moments, against a provider that counts what it was asked. */
class CrashTest {

    private static final int ROWS = 150;
    private static final int KILLS = 5;

    @TempDir
    private Path temp;

    @Test
    void aKilledRunGoesOnAndMakesTheSameBytesAndPaysOnlyForWhatWasUnderWay() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("work"));
        Files.copy(Product.root().resolve("tests/bench/w1.groovy"), folder.resolve("w1.groovy"));
        Files.write(folder.resolve("rows.jsonl"), rows());

        try (LoopbackProvider provider = start()) {
            assertThat(product("calm", folder).run(command(provider, "calm")).code())
                    .isZero();
            assertThat(number(provider, "repeated_bodies")).isZero();
        }
        long seed = Long.getLong("seed", 42);
        Random random = new Random(seed);
        int killed = 0;
        try (LoopbackProvider provider = start()) {
            for (int i = 0; i < KILLS; i++) {
                long before = number(provider, "requests");
                Process process = product("killed", folder).start(command(provider, "killed"));
                while (process.isAlive() && number(provider, "requests") == before) {
                    Thread.onSpinWait();
                }
                process.waitFor(random.nextInt(600), java.util.concurrent.TimeUnit.MILLISECONDS);
                killed += process.isAlive() ? 1 : 0;
                process.destroyForcibly().waitFor();
            }
            Product.Result last = product("killed", folder).run(command(provider, "killed"));
            assertThat(last.code()).as(last.all()).isZero();

            long bound = number(provider, "max_concurrent") * KILLS;
            System.out.printf(
                    "crash: %d kills, %d requests for %d calls, %d repeated (limit %d), seed %d%n",
                    killed, number(provider, "requests"), 3 * ROWS, number(provider, "repeated_bodies"), bound, seed);
            assertThat(killed).as("kills that met a living process").isPositive();
            assertThat(number(provider, "distinct_bodies")).isEqualTo(3L * ROWS);
            assertThat(number(provider, "repeated_bodies")).isLessThanOrEqualTo(bound);
        }
        // The provider's port differs, and with it the models' names; the data must not.
        assertThat(data(folder.resolve("killed"))).isEqualTo(data(folder.resolve("calm")));
    }

    private static java.util.Map<String, String> data(Path run) throws IOException {
        java.util.Map<String, String> data = Product.result(run);
        data.keySet().removeIf(name -> !name.matches(".*/(train|rows)\\.jsonl|rejects\\.jsonl"));
        assertThat(data).isNotEmpty();
        return data;
    }

    private static LoopbackProvider start() {
        return LoopbackProvider.start(LoopbackOptions.standard().withLatency(Duration.ofMillis(60), 0.5));
    }

    private Product product(String name, Path folder) throws IOException {
        return new Product(Files.createDirectories(temp.resolve("home-" + name)), folder);
    }

    private static String[] command(LoopbackProvider provider, String out) {
        String url = provider.url();
        return new String[] {
            "run",
            "w1.groovy",
            "-p",
            "prompts=rows.jsonl",
            "--out",
            out,
            "--no-cache",
            "--model",
            "writer-a=" + url + "#a",
            "--model",
            "writer-b=" + url + "#b",
            "--model",
            "judge=" + url + "#j"
        };
    }

    private static long number(LoopbackProvider provider, String name) {
        return ((Number) provider.stats().get(name)).longValue();
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add("{\"id\": \"r" + i + "\", \"prompt\": \"Write a line about the number " + i + ".\"}");
        }
        return rows;
    }
}
