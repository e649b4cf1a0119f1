package fellowship.model.openai;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.Room;
import fellowship.model.http.HttpTransport;
import fellowship.model.http.JsonWire;
import fellowship.model.http.RateListener;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A model behind {@code POST /chat/completions}. Where a server does not take a part of the request, the request is
 * changed and sent once more, and what was learned is kept for that model.
 */
public final class OpenAiModel implements ChatModel {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiModel.class);

    /** More changes than this to one request and the server is not one that can be understood. */
    private static final int MOST_CHANGES = 4;

    private static final String TOO_LONG = "context-length";

    private final ProviderSettings settings;
    private final JsonWire wire;
    private final Map<String, Dialect> dialects = new ConcurrentHashMap<>();

    public OpenAiModel(ProviderSettings settings, HttpTransport transport, RateListener listener) {
        this.settings = settings;
        this.wire = new JsonWire(transport, listener);
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.defer(() -> {
            String model = request.model().model();
            Dialect known = dialects.getOrDefault(model, Dialect.standard(settings.jsonSchema()));
            return attempt(request, known, MOST_CHANGES);
        });
    }

    private Mono<Completion> attempt(ChatRequest request, Dialect dialect, int changesLeft) {
        return send(request, dialect).onErrorResume(ModelException.class, refused -> {
            if (refused.reason().equals(TOO_LONG) && changesLeft > 0) {
                OptionalInt room = Room.left(refused.raw(), request.sampling().maxTokens());
                return room.isPresent()
                        ? attempt(request.withMaxTokens(room.getAsInt()), dialect, 0)
                        : Mono.error(refused);
            }
            Optional<Dialect> changed = dialect.without(request, refused);
            if (changed.isEmpty() || changesLeft == 0) {
                return Mono.error(refused);
            }
            return attempt(request, changed.get(), changesLeft - 1)
                    .doOnNext(answered -> learn(request.model().model(), changed.get()));
        });
    }

    private Mono<Completion> send(ChatRequest request, Dialect dialect) {
        String who = settings.name() + " " + request.model().model();
        return wire.post(
                who,
                "/chat/completions",
                OpenAiRequest.write(request, dialect),
                reply -> OpenAiReply.read(reply, request));
    }

    /** Kept only once an answer has shown that it was the right thing to change. */
    private void learn(String model, Dialect dialect) {
        if (!dialect.equals(dialects.put(model, dialect))) {
            LOG.warn("{} {}: {}", settings.name(), model, dialect.describe());
        }
    }
}
