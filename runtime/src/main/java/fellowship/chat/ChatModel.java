package fellowship.chat;

import reactor.core.publisher.Mono;

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
}
