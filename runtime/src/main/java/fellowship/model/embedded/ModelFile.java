package fellowship.model.embedded;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.model.weights.PullProgress;
import fellowship.model.weights.Weights;
import fellowship.model.weights.WeightsCache;
import fellowship.model.weights.WeightsPull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the name of an embedded model stands for: weights that are known, which are fetched when they are needed, or a file. */
final class ModelFile {

    private static final Logger LOG = LoggerFactory.getLogger(ModelFile.class);
    private static final String ENDING = ".gguf";

    private final String model;
    private final Path base;
    private final Optional<Weights> weights;
    private final Map<String, String> environment;
    private final PullProgress progress;

    private ModelFile(
            String model,
            Path base,
            Optional<Weights> weights,
            Map<String, String> environment,
            PullProgress progress) {
        this.model = model;
        this.base = base;
        this.weights = weights;
        this.environment = Map.copyOf(environment);
        this.progress = progress;
    }

    static ModelFile of(String model, Path base, Map<String, String> environment, PullProgress progress) {
        return new ModelFile(model, base, Weights.find(model), environment, progress);
    }

    /** The file. Weights that are known are fetched where they are missing or no longer what they were. */
    Path path() throws IOException, InterruptedException {
        if (weights.isEmpty()) {
            return base.resolve(model);
        }
        WeightsCache cache = WeightsCache.of(environment);
        if (!cache.isSound(weights.get())) {
            LOG.info("Fetching the weights {} into {}.", model, cache.folder());
            cache.remove(weights.get());
        }
        return WeightsPull.of(environment).pull(weights.get(), progress);
    }

    /** How completions name the model: by the weights' file. */
    String name() {
        String file = weights.map(Weights::file)
                .orElseGet(() -> String.valueOf(Path.of(model).getFileName()))
                .toLowerCase(Locale.ROOT);
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    Optional<ModelException> fault() {
        return weights.isPresent() || isFile() ? Optional.empty() : Optional.of(unknown(model));
    }

    void check() {
        fault().ifPresent(fault -> {
            throw fault;
        });
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(base.resolve(model));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    static ModelException unknown(String model) {
        String known = Weights.known().stream().map(Weights::name).collect(Collectors.joining(", "));
        return new ModelException(
                "unknown-model",
                Reaction.RUN,
                "There is no embedded model '" + model + "' and no file of that name; known: " + known
                        + ". Write embedded:/path/to/model.gguf for a file of your own.");
    }
}
