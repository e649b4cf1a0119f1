package fellowship.crash;

import fellowship.acceptance.Product;
import fellowship.model.LoopbackOptions;
import fellowship.model.LoopbackProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A project of two writers and a judge, and a provider that counts what it was asked. Its address stands in the
 * project's configuration alone, so that runs at different ports come to the same bytes.
 */
final class Workplace implements AutoCloseable {

    /** Of each of the three models. */
    static final int IN_FLIGHT = 8;

    static final int MODELS = 3;

    private final Path folder;
    private final Product product;
    private final LoopbackProvider provider;

    /** @param latency of an answer; the median of a lognormal one */
    Workplace(Path folder, int rows, Duration latency) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.product = new Product(Files.createDirectories(folder.resolve("home")), folder);
        this.provider =
                LoopbackProvider.start(LoopbackOptions.standard().withLatency(latency, latency.isZero() ? 0 : 0.5));
        Files.copy(Product.root().resolve("tests/bench/w1.groovy"), folder.resolve("w1.groovy"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            lines.add("{\"id\": \"r" + i + "\", \"prompt\": \"Write a line about the number " + i + ".\"}");
        }
        Files.write(folder.resolve("rows.jsonl"), lines);
        Files.writeString(folder.resolve("fellowship.toml"), """
                [roles]
                writer-a = "server:a"
                writer-b = "server:b"
                judge = "server:j"

                [providers.server]
                protocol = "openai"
                url = "%s"
                key = "none"
                limits = { in-flight = %d }
                """.formatted(provider.url(), IN_FLIGHT));
    }

    Product product() {
        return product;
    }

    Path out() {
        return folder.resolve("out");
    }

    static String[] command() {
        return new String[] {"run", "w1.groovy", "-p", "prompts=rows.jsonl", "--out", "out", "--no-cache"};
    }

    /** All that the run came to. */
    Map<String, String> result() throws IOException {
        return Product.result(out());
    }

    /** A counter of the provider. */
    long count(String name) {
        return ((Number) provider.stats().get(name)).longValue();
    }

    /** Waits for the first call after this many; at once when the process ends before. */
    void awaitCall(Process process, long after) {
        while (process.isAlive() && count("requests") <= after) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
