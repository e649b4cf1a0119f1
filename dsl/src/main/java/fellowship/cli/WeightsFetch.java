package fellowship.cli;

import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.model.weights.PullProgress;
import fellowship.model.weights.Weights;
import fellowship.model.weights.WeightsException;
import fellowship.model.weights.WeightsPull;
import fellowship.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Fetches the weights of embedded models before a run, where a person can see it. */
final class WeightsFetch {

    private final Terminal terminal;
    private final AtomicLong shown = new AtomicLong();

    WeightsFetch(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What a plan's roles need. Weights that are there already are not fetched again. */
    void forPlan(Plan plan, Configuration settings) {
        List<ModelRef> models = OpenScript.models(plan).stream()
                .map(settings::resolve)
                .distinct()
                .toList();
        for (ModelRef model : models) {
            if (VectorProcess.embeds(settings, model)) {
                Weights.find(model.model()).ifPresent(this::fetch);
            }
        }
    }

    /** @throws CommandException when they cannot be had */
    Path fetch(Weights weights) {
        try {
            Path file = WeightsPull.of(terminal.environment()).pull(weights, progress(weights));
            if (terminal.live() && shown.get() > 0) {
                terminal.err().print("\r\u001b[K");
            }
            return file;
        } catch (WeightsException e) {
            throw new CommandException(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.INTERRUPTED, "stopped while fetching " + weights.name());
        }
    }

    /** A line that is redrawn on a terminal, one line in all elsewhere. */
    private PullProgress progress(Weights weights) {
        return (from, done, total) -> {
            long now = System.nanoTime();
            long before = shown.get();
            boolean first = before == 0;
            if (first || terminal.live() && now - before > 250_000_000L) {
                shown.set(now);
                String line = "fetching " + weights.name() + " from " + from + ": " + megabytes(done) + " of "
                        + megabytes(total > 0 ? total : weights.bytes());
                terminal.err().print(terminal.live() ? "\r\u001b[K" + line : line + "\n");
                terminal.err().flush();
            }
        };
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
