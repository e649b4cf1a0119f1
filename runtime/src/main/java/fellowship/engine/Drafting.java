package fellowship.engine;

import fellowship.ask.Asked;
import fellowship.ask.Question;
import fellowship.ask.TextReader;
import fellowship.chat.Message;
import fellowship.plan.Agent;
import fellowship.prompt.Answer;
import fellowship.prompt.ReplyType;
import fellowship.row.Reply;
import java.util.List;

/** What all who write drafts share. */
final class Drafting {

    private static final String TEXT_FORM = "Reply again.";

    private Drafting() {}

    static Question<String> question(Agent agent, List<Message> messages, int draw) {
        return new Question<>(
                agent.name(),
                agent.model(),
                agent.sampling(),
                messages,
                agent.reply().map(ReplyType::schema),
                agent.reply().map(ReplyType::instruction).orElse(TEXT_FORM),
                TextReader.TEXT,
                draw);
    }

    static Reply reply(String step, Asked<String> asked) {
        if (asked.answer() instanceof Answer.Unreadable<String> unreadable) {
            throw RejectedException.unreadable(step, unreadable.why(), asked);
        }
        return asked.reply();
    }
}
