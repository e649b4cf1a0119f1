package fellowship.export.verify;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** ms-swift's ({@code dataset/preprocessor/core.py}): an equal or missing rejected answer raises. */
final class MsSwiftRules implements Rules {

    private static final Set<String> ROLES =
            Set.of("system", "user", "assistant", "tool", "tool_call", "tool_response");

    @Override
    public void check(JsonNode row, String type, Report report) {
        JsonNode messages = row.path("messages");
        if (!Turns.check("messages", messages, ROLES, report)) {
            return;
        }
        boolean prompts = type.equals("prompt-only");
        boolean user = !Turns.last(messages).equals("assistant")
                && !Turns.last(messages).equals("tool_call");
        if (prompts != user) {
            report.error(
                    "last-turn",
                    "'messages' ends with '" + Turns.last(messages) + "'",
                    prompts ? "end it with the user" : "end it with the assistant");
        } else if (!prompts && type.matches("preference|reward")) {
            JsonNode last = messages.get(messages.size() - 1);
            Answers.check(last, row.path("rejected_response"), true, true, report);
        }
        if (type.equals("unpaired")) {
            Answers.label(row, "label", report);
        }
        if (row.has("margin")) {
            Answers.number(row, "margin", report);
        }
        pictures(row, report);
    }

    /** As many marks as pictures. */
    static void pictures(JsonNode row, Report report) {
        int marks = Turns.marks(row.path("messages"));
        if (row.has("images") && marks != row.path("images").size()) {
            report.error(
                    "pictures",
                    "there are " + marks + " marks <image> and "
                            + row.path("images").size() + " pictures",
                    "give each mark its picture");
        }
    }
}
