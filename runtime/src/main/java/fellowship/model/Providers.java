package fellowship.model;

import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.config.ProviderSettings;
import fellowship.model.anthropic.AnthropicModel;
import fellowship.model.embedded.EmbeddedModel;
import fellowship.model.embedded.EmbeddedSettings;
import fellowship.model.http.HttpTransport;
import fellowship.model.http.RateListener;
import fellowship.model.openai.OpenAiModel;
import fellowship.model.scripted.ScriptedModel;
import fellowship.model.synthetic.SyntheticModel;
import fellowship.seam.Time;
import java.nio.file.Path;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Opens a model at its provider, by the protocol that the provider speaks. */
public final class Providers {

    private static final Runnable NOTHING = () -> {};

    private Providers() {}

    /**
     * Opens a model; sends nothing yet.
     *
     * @param ref which model; for a scripted one its file
     * @param base what the path of a scripted or embedded model's file is relative to
     * @param listener hears what answers say about limits
     * @throws IllegalArgumentException when a file of scripted answers cannot be read, or a synthetic model's settings
     */
    public static OpenProvider open(
            ProviderSettings settings, ModelRef ref, Path base, Time time, RateListener listener) {
        return open(settings, ref, base, time, listener, System.getenv());
    }

    static OpenProvider open(
            ProviderSettings settings,
            ModelRef ref,
            Path base,
            Time time,
            RateListener listener,
            Map<String, String> environment) {
        HttpTransport transport = new HttpTransport(settings, time, environment);
        return switch (settings.protocol()) {
            case OPENAI ->
                new OpenProvider(new OpenAiModel(settings, transport, listener), transport::check, transport::close);
            case ANTHROPIC ->
                new OpenProvider(new AnthropicModel(settings, transport, listener), transport::check, transport::close);
            case SCRIPTED -> new OpenProvider(ScriptedModel.open(base, ref.model()), NOTHING, NOTHING);
            case SYNTHETIC -> new OpenProvider(SyntheticModel.of(ref.model()), NOTHING, NOTHING);
            case EMBEDDED -> embedded(ref, base, time, environment);
            case OFFLINE -> new OpenProvider(request -> Mono.error(() -> offline(ref)), NOTHING, NOTHING);
        };
    }

    private static ModelException offline(ModelRef ref) {
        return new ModelException(
                "offline",
                Reaction.RUN,
                "a call to " + ref + " is neither in this run's journal nor in the cache, and no model is asked with"
                        + " --offline: import the answers, or run without --offline");
    }

    /** Whoever waits for an answer goes on elsewhere than on the model's thread. */
    private static OpenProvider embedded(ModelRef ref, Path base, Time time, Map<String, String> environment) {
        EmbeddedModel model = EmbeddedModel.open(ref.model(), base, EmbeddedSettings.standard(), environment);
        return new OpenProvider(
                request -> model.complete(request).publishOn(time.scheduler()), model::check, model::close);
    }
}
