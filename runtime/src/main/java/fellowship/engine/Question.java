package fellowship.engine;

import fellowship.chat.Message;
import fellowship.chat.Sampling;
import fellowship.prompt.AnswerReader;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Optional;

/**
 * Everything is an ask: this is the one question that generators, reviewers and judges put to a model.
 *
 * @param asker the agent's or judge's name
 * @param model its role or model reference
 * @param sampling how the completion is drawn
 * @param messages the conversation so far, the question last
 * @param type the typed reply that is wanted; absent for text
 * @param reader makes a value of the completion
 * @param draw which sample of this question, from 0
 */
record Question<T>(
        String asker,
        String model,
        Sampling sampling,
        List<Message> messages,
        Optional<ReplyType> type,
        AnswerReader<T> reader,
        int draw) {

    Question {
        messages = List.copyOf(messages);
    }
}
