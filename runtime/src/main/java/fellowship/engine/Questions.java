package fellowship.engine;

import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.plan.Agent;
import fellowship.prompt.PromptTemplate;
import fellowship.prompt.ReplyType;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of agents: templates filled with a row's columns and what the step adds. */
final class Questions {

    private Questions() {}

    /** System turn, if the agent has one, and the first user turn. */
    static List<Message> opening(Agent agent, Row row, Map<String, ?> more, Pictures pictures) {
        Map<String, Object> values = values(row, more);
        List<Message> messages = new ArrayList<>();
        agent.system().ifPresent(system -> messages.add(Message.system(system.render(values))));
        Message turn = turn(agent, agent.prompt(), values);
        messages.add(agent.image()
                .map(image -> new Message(
                        turn.role(), List.of(turn.parts().get(0), new Part.Image(pictures.url(image.render(values))))))
                .orElse(turn));
        return messages;
    }

    /** A user turn; a typed agent is told the form of its reply, since not every server enforces a schema. */
    static Message turn(Agent agent, PromptTemplate template, Map<String, Object> values) {
        String text = template.render(values);
        return Message.user(agent.reply()
                .map(ReplyType::instruction)
                .map(form -> text + "\n\n" + form)
                .orElse(text));
    }

    static Map<String, Object> values(Row row, Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>(row.columns());
        values.putAll(more);
        return values;
    }
}
