package fellowship.model.weights;

import java.io.IOException;
import java.nio.file.Path;

/** One way to come by weights. */
interface WeightsSource {

    /** In words, for progress and for the message when nothing works. */
    String name();

    /**
     * Writes the weights to a file. Their digest is checked by the caller. What helps a later try to go on may be left
     * beside it.
     */
    void fetch(Weights weights, Path to, PullProgress progress) throws IOException, InterruptedException;
}
