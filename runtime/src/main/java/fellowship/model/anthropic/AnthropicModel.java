package fellowship.model.anthropic;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.Room;
import fellowship.model.http.HttpTransport;
import fellowship.model.http.JsonWire;
import fellowship.model.http.RateListener;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A model behind {@code POST /messages}. A typed reply is asked for as the one tool that the model must call; its input is
 * the reply. This wire has no seed and no log-probabilities: draws differ by the model's own chance.
 */
public final class AnthropicModel implements ChatModel {

    private static final Logger LOG = LoggerFactory.getLogger(AnthropicModel.class);

    /** What a request can do without, by the name that a refusal gives it. */
    private static final List<String> OPTIONAL = List.of("temperature", "top_p", "stop_sequences");

    private final String name;
    private final JsonWire wire;
    private final Map<String, Set<String>> left = new ConcurrentHashMap<>();

    public AnthropicModel(ProviderSettings settings, HttpTransport transport, RateListener listener) {
        this.name = settings.name();
        this.wire = new JsonWire(transport, listener);
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.defer(() -> send(request, left(request)).onErrorResume(ModelException.class, refused -> {
            if (refused.reason().equals("unsupported-parameter")) {
                return without(request, refused);
            }
            OptionalInt room = refused.reason().equals("context-length")
                    ? Room.left(refused.raw(), request.sampling().maxTokens())
                    : OptionalInt.empty();
            return room.isPresent() ? send(request.withMaxTokens(room.getAsInt()), left(request)) : Mono.error(refused);
        }));
    }

    /** Once more without the parameter that the refusal names, which is remembered when that was right. */
    private Mono<Completion> without(ChatRequest request, ModelException refused) {
        Set<String> less = new TreeSet<>(left(request));
        if (!OPTIONAL.stream()
                .filter(refused.raw()::contains)
                .findFirst()
                .map(less::add)
                .orElse(false)) {
            return Mono.error(refused);
        }
        return send(request, less).doOnNext(answered -> {
            left.put(request.model().model(), less);
            LOG.warn(
                    "{} {}: does not take {}, which is left out",
                    name,
                    request.model().model(),
                    less);
        });
    }

    private Set<String> left(ChatRequest request) {
        return left.getOrDefault(request.model().model(), Set.of());
    }

    private Mono<Completion> send(ChatRequest request, Set<String> without) {
        return wire.post(
                name + " " + request.model().model(),
                "/messages",
                AnthropicRequest.write(request, without),
                reply -> AnthropicReply.read(reply, request));
    }
}
