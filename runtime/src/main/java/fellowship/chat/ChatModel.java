package fellowship.chat;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Asks a model. Every provider is one of these, and so is every wrapper around one (journal, cache, budget, retry,
 * limits): each does one thing and calls the next.
 */
@FunctionalInterface
public interface ChatModel {

    /**
     * One try of one call. Nothing happens before subscription; cancelling gives the call up. Ends with exactly one
     * completion or with a {@link ModelException}.
     */
    Mono<Completion> complete(ChatRequest request);

    /**
     * Names on whose behalf a call is made, for accounts: {@code model.complete(request).contextWrite(askedBy(name))}.
     *
     * @param agent the agent's or judge's name
     */
    static Context askedBy(String agent) {
        return Context.of(ChatModel.class, agent);
    }

    /** Who asks in this context; empty where nobody is named. */
    static String asker(ContextView context) {
        return context.<String>getOrEmpty(ChatModel.class).orElse("");
    }
}
