package fellowship.model.embedded;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Usage;
import fellowship.model.weights.PullProgress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A small language model that runs in this process. Written {@code embedded:smollm2}, or {@code embedded:FILE.gguf} for a
 * file of the architectures llama or qwen2 with the ChatML template. Nothing is loaded, and no weights are fetched, before
 * the first request; that happens on the model's own thread.
 *
 * <p>The same request with the same draw number gets the same tokens, whatever else is asked at the same time and
 * wherever it runs. Without a temperature it draws at {@value Chance#DEFAULT_TEMPERATURE}. A reply of a schema is of that
 * schema always; stop texts do not apply to it.
 */
public final class EmbeddedModel implements ChatModel, AutoCloseable {

    private final String model;
    private final ModelFile file;
    private final Crew crew;
    private final Batcher batcher;

    private EmbeddedModel(String model, ModelFile file, EmbeddedSettings settings, Kernel kernel) {
        this.model = model;
        this.file = file;
        this.crew = new Crew(settings.threads());
        this.batcher =
                new Batcher(() -> LanguageModel.read(file.path(), kernel, crew, settings.context()), settings.slots());
    }

    /** Opens a model as the other {@code open} does, and tells nobody when weights are fetched. */
    public static EmbeddedModel open(
            String model, Path base, EmbeddedSettings settings, Map<String, String> environment) {
        return open(model, base, settings, environment, PullProgress.NONE);
    }

    /**
     * Opens a model; loads nothing yet.
     *
     * @param model the name of weights that are known, for example {@code smollm2}, or a path to a GGUF file
     * @param base what a relative path is relative to
     * @param environment where the cache of weights is and how they are fetched, by the usual variables
     * @param progress hears how weights come that the first request finds missing; on the model's own thread
     */
    public static EmbeddedModel open(
            String model,
            Path base,
            EmbeddedSettings settings,
            Map<String, String> environment,
            PullProgress progress) {
        return new EmbeddedModel(model, ModelFile.of(model, base, environment, progress), settings, Kernel.best());
    }

    /** For tests, which compare kernels. */
    static EmbeddedModel open(Path file, EmbeddedSettings settings, Kernel kernel) {
        String model = file.toString();
        return new EmbeddedModel(
                model, ModelFile.of(model, Path.of(""), Map.of(), PullProgress.NONE), settings, kernel);
    }

    /** Whether computing is fast here, that is with the JVM's vector module; without it about four times slower. */
    public static boolean isFast() {
        return Kernel.isVectorModulePresent();
    }

    /**
     * Finds out what can be known before the first call: that the name is known or the file is there.
     *
     * @throws ModelException with reaction RUN
     */
    public void check() {
        file.check();
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        if (!request.model().model().equals(model)) {
            return Mono.error(() -> ModelFile.unknown(request.model().model()));
        }
        return ask(loaded -> Replies.work(request, loaded))
                .map(asked -> completion(asked.work(), (Reply) asked.composer()));
    }

    /** The natural log-probabilities of the tokens of a text, as the reply to a conversation. */
    Mono<List<Double>> likelihood(List<Message> messages, String text) {
        return ask(loaded -> Replies.scoring(messages, text, loaded))
                .map(asked -> Arrays.stream(((Scoring) asked.composer()).logprobs())
                        .boxed()
                        .toList());
    }

    private record Answered(Asked.Work work, Composer composer) {}

    /** Every subscriber asks anew. The answer comes on the model's thread: whoever waits had better go on elsewhere. */
    private Mono<Answered> ask(Function<LanguageModel, Asked.Work> prepare) {
        return Mono.defer(() -> {
                    Optional<ModelException> fault = file.fault();
                    if (fault.isPresent()) {
                        return Mono.error(fault.get());
                    }
                    Asked.Work[] work = new Asked.Work[1];
                    return Mono.fromFuture(batcher.ask(loaded -> work[0] = prepare.apply(loaded)))
                            .map(composer -> new Answered(work[0], composer));
                })
                .onErrorMap(this::fault);
    }

    private Completion completion(Asked.Work work, Reply reply) {
        return new Completion(
                reply.text(),
                Optional.empty(),
                reply.finish(),
                new Usage(work.prompt().length, reply.written(), false),
                file.name(),
                Optional.empty(),
                reply.logprobs());
    }

    private Throwable fault(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
        return Faults.of(cause, new ModelRef("embedded", model));
    }

    /** Gives up what is asked and the memory. */
    @Override
    public void close() {
        batcher.close();
        crew.close();
    }
}
