package fellowship.export.verify;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** OpenRLHF's ({@code datasets}): with a template, prompt and answers are lists of messages. */
final class OpenRlhfRules implements Rules {

    private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");

    @Override
    public void check(JsonNode row, String type, Report report) {
        boolean good = true;
        for (String column : List.of("prompt", "chosen", "rejected", "input", "output")) {
            good &= row.path(column).isMissingNode() || Turns.check(column, row.path(column), ROLES, report);
        }
        if (good && row.has("chosen")) {
            Answers.check(row.path("chosen"), row.path("rejected"), false, false, report);
        }
        if (row.has("margin")) {
            Answers.number(row, "margin", report);
        }
    }
}
