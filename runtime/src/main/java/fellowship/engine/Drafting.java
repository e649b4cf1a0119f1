package fellowship.engine;

import fellowship.chat.Message;
import fellowship.plan.Agent;
import fellowship.prompt.Answer;
import fellowship.row.Reply;
import java.util.List;

/** What all who write drafts share. */
final class Drafting {

    private Drafting() {}

    static Question<String> question(Agent agent, List<Message> messages, int draw) {
        return new Question<>(
                agent.name(), agent.model(), agent.sampling(), messages, agent.reply(), TextReader.TEXT, draw);
    }

    static Reply reply(String step, Asked<String> asked) {
        if (asked.answer() instanceof Answer.Unreadable<String> unreadable) {
            throw RejectedException.unreadable(step, unreadable.why(), asked);
        }
        return asked.reply();
    }
}
