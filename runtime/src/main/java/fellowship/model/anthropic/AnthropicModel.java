package fellowship.model.anthropic;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.config.ProviderSettings;
import fellowship.model.http.HttpTransport;
import fellowship.model.http.JsonWire;
import fellowship.model.http.RateListener;
import reactor.core.publisher.Mono;

/**
 * A model behind {@code POST /messages}. A typed reply is asked for as the one tool that the model must call; its input is
 * the reply. This wire has no seed and no log-probabilities: draws differ by the model's own chance.
 */
public final class AnthropicModel implements ChatModel {

    private final String name;
    private final JsonWire wire;

    public AnthropicModel(ProviderSettings settings, HttpTransport transport, RateListener listener) {
        this.name = settings.name();
        this.wire = new JsonWire(transport, listener);
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.defer(() -> wire.post(
                name + " " + request.model().model(),
                "/messages",
                AnthropicRequest.write(request),
                reply -> AnthropicReply.read(reply, request)));
    }
}
