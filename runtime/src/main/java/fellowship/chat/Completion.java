package fellowship.chat;

import java.util.List;
import java.util.Optional;

/**
 * One reply of a model.
 *
 * @param text the reply, without any hidden reasoning
 * @param reasoning what the model thought aloud before it, where the provider tells
 * @param finish how it ended
 * @param usage what it took
 * @param model the model that says it answered; may be more exact than the one asked for
 * @param requestId the provider's own name for the call
 * @param logprobs by token, empty where not asked for or not given
 */
public record Completion(
        String text,
        Optional<String> reasoning,
        Finish finish,
        Usage usage,
        String model,
        Optional<String> requestId,
        List<TokenLogprob> logprobs) {

    public Completion {
        logprobs = List.copyOf(logprobs);
    }

    /** A whole reply without extras. */
    public static Completion of(String text, Usage usage, String model) {
        return new Completion(text, Optional.empty(), Finish.COMPLETE, usage, model, Optional.empty(), List.of());
    }
}
