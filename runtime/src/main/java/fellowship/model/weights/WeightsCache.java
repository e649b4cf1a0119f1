package fellowship.model.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder that keeps weights for all projects of a user. */
public record WeightsCache(Path folder) {

    /** {@code FELLOWSHIP_HOME/models}, else {@code XDG_CACHE_HOME/fellowship/models}, else {@code ~/.cache/fellowship/models}. */
    public static WeightsCache of(Map<String, String> environment) {
        Optional<Path> own = named(environment, "FELLOWSHIP_HOME");
        return new WeightsCache(own.orElseGet(() -> named(environment, "XDG_CACHE_HOME")
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("fellowship"))
                .resolve("models"));
    }

    private static Optional<Path> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** Where the weights are, or will be. */
    public Path path(Weights weights) {
        return folder.resolve(weights.file());
    }

    /** The weights, where they are there in full size. Their digest was checked before they were put there. */
    public Optional<Path> find(Weights weights) {
        Path path = path(weights);
        try {
            return Files.isRegularFile(path) && Files.size(path) == weights.bytes()
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the weights are there and still have the digest of the table. */
    public boolean isSound(Weights weights) throws IOException {
        Optional<Path> path = find(weights);
        return path.isPresent() && Checksum.of(path.get()).equals(weights.sha256());
    }

    /** Takes away what is there, sound or not. */
    public void remove(Weights weights) throws IOException {
        Files.deleteIfExists(path(weights));
    }
}
