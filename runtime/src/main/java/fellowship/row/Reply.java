package fellowship.row;

import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import java.util.List;

/**
 * What an agent was asked and what it said: the raw material of every draft, critique and judgment.
 *
 * @param agent the agent's name in the script
 * @param model the model that was asked
 * @param asked the whole conversation that was sent
 * @param completion what came back
 * @param call the key of the call, as hexadecimal; two replies with one key are one paid call
 */
public record Reply(String agent, ModelRef model, List<Message> asked, Completion completion, String call) {

    public Reply {
        asked = List.copyOf(asked);
    }
}
