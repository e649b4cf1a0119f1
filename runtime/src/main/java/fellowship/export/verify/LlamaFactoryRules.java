package fellowship.export.verify;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** LLaMA-Factory's ({@code data/converter.py}): what breaks a rule there is skipped with a warning, so here it is an error. */
final class LlamaFactoryRules implements Rules {

    private static final Set<String> USERS = Set.of("user", "tool");
    private static final Set<String> ASSISTANTS = Set.of("assistant", "function_call");
    private static final Set<String> ROLES = Set.of("system", "user", "tool", "assistant", "function_call");

    @Override
    public void check(JsonNode row, String type, Report report) {
        JsonNode messages = row.path("messages");
        if (!Turns.check("messages", messages, ROLES, report)) {
            return;
        }
        int from = Turns.role(messages, 0).equals("system") ? 1 : 0;
        for (int i = from; i < messages.size(); i++) {
            Set<String> expected = (i - from) % 2 == 0 ? USERS : ASSISTANTS;
            if (!expected.contains(Turns.role(messages, i))) {
                report.error(
                        "alternation",
                        "turn " + (i + 1) + " is said by '" + Turns.role(messages, i) + "'",
                        "user (or tool) and assistant (or function_call) take turns; such rows are skipped");
                return;
            }
        }
        boolean odd = (messages.size() - from) % 2 == 1;
        boolean ranking = type.equals("preference");
        if (odd != ranking) {
            report.error(
                    "turns",
                    "there are " + (messages.size() - from) + " turns",
                    ranking
                            ? "end 'messages' with the user: the answers stand in chosen and rejected"
                            : "end 'messages' with the assistant");
        }
        if (ranking) {
            boolean objects =
                    row.path("chosen").isObject() && row.path("rejected").isObject();
            if (!objects) {
                report.error(
                        "answers",
                        "chosen and rejected must be one message each",
                        "write {\"role\":\"assistant\",\"content\":…}");
            } else if (Turns.one("chosen", row.path("chosen"), ROLES, report)
                    && Turns.one("rejected", row.path("rejected"), ROLES, report)) {
                Answers.check(row.path("chosen"), row.path("rejected"), false, false, report);
            }
        }
        if (type.equals("unpaired")) {
            Answers.label(row, "label", report);
        }
        MsSwiftRules.pictures(row, report);
    }
}
