package fellowship.chat;

import java.util.List;
import java.util.Optional;

/**
 * One call, exactly as it is paid for. Two equal requests are the same call and get the same answer; the draw number
 * tells apart two samples of one prompt. Nothing else belongs to a call's identity.
 *
 * @param model who is asked
 * @param messages the conversation, never empty
 * @param sampling how the completion is drawn
 * @param schema the JSON that is wanted, if any
 * @param draw which sample of this request, from 0
 */
public record ChatRequest(
        ModelRef model, List<Message> messages, Sampling sampling, Optional<ReplySchema> schema, int draw) {

    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a request needs at least one message");
        }
        if (draw < 0) {
            throw new IllegalArgumentException("draw must be 0 or more, was " + draw);
        }
    }

    /** The same with another bound on the tokens of the completion. */
    public ChatRequest withMaxTokens(int maxTokens) {
        return new ChatRequest(model, messages, sampling.withMaxTokens(maxTokens), schema, draw);
    }

    public ChatRequest withMessages(List<Message> other) {
        return new ChatRequest(model, other, sampling, schema, draw);
    }
}
