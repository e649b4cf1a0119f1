package fellowship.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.acceptance.Product;
import fellowship.model.LoopbackOptions;
import fellowship.model.LoopbackProvider;
import fellowship.proof.Proof;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * P35: many calls in constant memory, a large journal resumed, many rows out of the cache. {@code -Dcalls=1000000
 * -Dcached.rows=100000} for the figures of the promise; a build takes a small part and holds to what noise on the
 * machine does not move.
 */
@DisabledOnOs(OS.WINDOWS)
class MillionTest {

    private static final int CALLS = Integer.getInteger("calls", 20_000);
    private static final int CACHED_ROWS = Math.min(CALLS, Integer.getInteger("cached.rows", 10_000));
    private static final int NEW_ROWS = 200;
    private static final String HEAP = "-Xmx256m";

    @TempDir
    private Path temp;

    @Test
    void aMillionCallsTakeConstantMemoryAndTheirJournalResumesAtOnce() throws Exception {
        Path work = Files.createDirectories(temp.resolve("work"));
        Path home = Files.createDirectories(temp.resolve("home"));
        soak(work, home);
        resume(work, home);
        cached(work, home);
    }

    private void soak(Path work, Path home) throws Exception {
        Path told = temp.resolve("told");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Soak.class.getName(),
                work.resolve("out").toString(),
                home.resolve("cache/fellowship/completions").toString(),
                Integer.toString(CALLS));
        Process process = new ProcessBuilder(command)
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(40, TimeUnit.MINUTES)).isTrue();
        String all = Files.readString(told);
        assertThat(process.exitValue()).as(all).isZero();
        List<long[]> tenths = Pattern.compile("tenth \\d+ heap (\\d+) threads (\\d+) descriptors (-?\\d+)")
                .matcher(all)
                .results()
                .map(MillionTest::numbers)
                .toList();
        long[] half = tenths.get(4);
        long[] end = tenths.get(9);
        Proof.figure(
                "soak",
                String.format(
                        Locale.ROOT,
                        "%,d calls with %s: heap %d MB at half, %d MB at the end; threads %d and %d, descriptors %d and"
                                + " %d; %s",
                        CALLS,
                        HEAP,
                        half[0] >> 20,
                        end[0] >> 20,
                        half[1],
                        end[1],
                        half[2],
                        end[2],
                        all.substring(all.indexOf("calls/s")).strip()));
        assertThat(end[1]).as("threads").isLessThanOrEqualTo(half[1] + 2);
        assertThat(end[2]).as("descriptors").isLessThanOrEqualTo(half[2] + 4);
        // The memory of the cache is full after some 45,000 calls, at 32 MB or so.
        assertThat(end[0]).as("heap").isLessThan(Math.max(half[0] + (8 << 20), 60L << 20));
    }

    private void resume(Path work, Path home) throws Exception {
        try (LoopbackProvider provider =
                LoopbackProvider.start(LoopbackOptions.standard().withLatency(Duration.ofSeconds(60), 0))) {
            project(work, provider.url(), CALLS + NEW_ROWS);
            long start = System.nanoTime();
            Process process = new Product(home, work).start(command("out", "--no-cache"));
            while (process.isAlive() && ((Number) provider.stats().get("requests")).longValue() == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(process.isAlive()).as("goes on").isTrue();
            process.destroyForcibly().waitFor();
            Proof.figure(
                    "resume",
                    String.format(Locale.ROOT, "%,d records, %.1f s from start to the first new call", CALLS, seconds));
        }
    }

    private void cached(Path work, Path home) throws Exception {
        project(work, "http://127.0.0.1:9/v1", CACHED_ROWS);
        Product.Result result = new Product(home, work).run(command("cached", "--offline", "--json"));
        assertThat(result.code()).as(result.all()).isZero();
        assertThat(result.out()).contains("\"cached\" : " + CACHED_ROWS).contains("\"calls\" : 0");
        double seconds = Double.parseDouble(result.out().replaceAll("(?s).*\"seconds\" : ([0-9.]+).*", "$1"));
        Proof.figure(
                "cached-rows",
                String.format(Locale.ROOT, "%,d rows at %,.0f a second", CACHED_ROWS, CACHED_ROWS / seconds));
    }

    private static void project(Path work, String url, int rows) throws IOException {
        Files.writeString(
                work.resolve("answers.groovy"), Files.readString(Product.root().resolve("tests/bench/answers.groovy")));
        Files.writeString(work.resolve("fellowship.toml"), """
                [roles]
                writer = "server:a"

                [providers.server]
                protocol = "openai"
                url = "%s"
                key = "none"
                """.formatted(url));
        try (BufferedWriter lines = Files.newBufferedWriter(work.resolve("rows.jsonl"), StandardCharsets.UTF_8)) {
            for (int i = 0; i < rows; i++) {
                lines.write("{\"id\": \"r" + i + "\", \"prompt\": \"Write a line about the number " + i + ".\"}\n");
            }
        }
    }

    private static String[] command(String out, String... more) {
        List<String> words =
                new ArrayList<>(List.of("run", "answers.groovy", "-p", "prompts=rows.jsonl", "--out", out));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private static long[] numbers(MatchResult match) {
        return new long[] {
            Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), Long.parseLong(match.group(3))
        };
    }
}
