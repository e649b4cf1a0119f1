package fellowship.ask;

import fellowship.chat.Message;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import fellowship.prompt.AnswerReader;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything is an ask: this is the one question that generators, reviewers and judges put to a model.
 *
 * @param asker the agent's or judge's name
 * @param model its role or model reference
 * @param sampling how the completion is drawn
 * @param messages the conversation so far, the question last
 * @param schema the JSON that is wanted; absent for text
 * @param form how to reply, in words: what a repair turn says again
 * @param reader makes a value of the completion
 * @param draw which sample of this question, from 0
 */
public record Question<T>(
        String asker,
        String model,
        Sampling sampling,
        List<Message> messages,
        Optional<ReplySchema> schema,
        String form,
        AnswerReader<T> reader,
        int draw) {

    public Question {
        messages = List.copyOf(messages);
    }

    /** A question that is answered in text. */
    public static Question<String> text(
            String asker, String model, Sampling sampling, List<Message> messages, int draw) {
        return new Question<>(
                asker, model, sampling, messages, Optional.empty(), "Reply again.", TextReader.TEXT, draw);
    }

    /** A question that is answered with a typed reply. */
    public static Question<Map<String, Object>> typed(
            String asker, String model, Sampling sampling, List<Message> messages, ReplyType type, int draw) {
        return new Question<>(
                asker,
                model,
                sampling,
                messages,
                Optional.of(type.schema()),
                type.instruction(),
                new JsonReader(type),
                draw);
    }
}
