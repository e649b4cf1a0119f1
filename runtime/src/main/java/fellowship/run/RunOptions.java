package fellowship.run;

import fellowship.config.Configuration;
import fellowship.dataset.Making;
import fellowship.seam.Time;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/**
 * How a plan is run.
 *
 * @param folder the run folder; made when it is not there, continued when it is
 * @param base what relative paths of the plan start from: the script's folder
 * @param configuration who plays which role, and where
 * @param cache the folder of answers kept across runs; absent: none is kept
 * @param state the user's folder in which processes that share an account hear of each other; absent: they do not
 * @param limit most samples to take, 1 or more; absent: all
 * @param retryFailed whether answers that led to a rejected row are asked for again
 * @param time where waiting and dates come from
 * @param input standard input, for {@code read(…, '-')}
 * @param stop when it completes or emits, no new call is made, calls in flight are waited for, and the run ends resumable
 * @param listener is told what happens while it happens
 * @param script the file behind the plan, for the card
 */
public record RunOptions(
        Path folder,
        Path base,
        Configuration configuration,
        Optional<Path> cache,
        Optional<Path> state,
        OptionalLong limit,
        boolean retryFailed,
        Time time,
        Supplier<InputStream> input,
        Publisher<?> stop,
        RunListener listener,
        Optional<Making.Script> script) {

    /** The same of a plan that no script's file says. */
    public RunOptions(
            Path folder,
            Path base,
            Configuration configuration,
            Optional<Path> cache,
            Optional<Path> state,
            OptionalLong limit,
            boolean retryFailed,
            Time time,
            Supplier<InputStream> input,
            Publisher<?> stop,
            RunListener listener) {
        this(
                folder,
                base,
                configuration,
                cache,
                state,
                limit,
                retryFailed,
                time,
                input,
                stop,
                listener,
                Optional.empty());
    }
}
