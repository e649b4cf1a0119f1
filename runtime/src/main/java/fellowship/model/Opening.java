package fellowship.model;

import fellowship.chat.ModelRef;
import fellowship.config.ProviderSettings;
import fellowship.model.http.RateListener;
import fellowship.seam.Time;
import java.nio.file.Path;

/** How a model is opened at its provider: {@link Providers#open} in the product; a simulated run has its own providers. */
@FunctionalInterface
public interface Opening {

    /**
     * Opens a model; sends nothing yet.
     *
     * @param base what the path of a scripted or embedded model's file is relative to
     * @param listener hears what answers say about limits
     * @throws IllegalArgumentException when it cannot be opened as it is configured
     */
    OpenProvider open(ProviderSettings settings, ModelRef ref, Path base, Time time, RateListener listener);
}
