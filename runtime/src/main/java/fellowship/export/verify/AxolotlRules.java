package fellowship.export.verify;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Axolotl's ({@code prompt_strategies}): empty texts raise, unknown roles are key errors. */
final class AxolotlRules implements Rules {

    private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");

    @Override
    public void check(JsonNode row, String type, Report report) {
        switch (type) {
            case "preference" -> {
                if (Turns.check("messages", row.path("messages"), ROLES, report)) {
                    boolean good = sound("chosen", row.path("chosen"), report)
                            & sound("rejected", row.path("rejected"), report);
                    if (good) {
                        Answers.check(row.path("chosen"), row.path("rejected"), true, false, report);
                    }
                }
            }
            case "reward" -> {
                text(row, "input", report);
                Answers.check(row.path("chosen"), row.path("rejected"), true, false, report);
            }
            case "unpaired" -> {
                text(row, "prompt", report);
                text(row, "completion", report);
                Answers.label(row, "label", report);
            }
            case "stepwise" -> new TrlRules().check(row, type, report);
            default -> Turns.check("messages", row.path("messages"), ROLES, report);
        }
    }

    private static boolean sound(String column, JsonNode answer, Report report) {
        if (answer.isObject()) {
            return Turns.one(column, answer, ROLES, report);
        }
        if (answer.isArray() && answer.size() > 1) {
            report.warn(
                    "last-turn",
                    "'" + column + "' holds " + answer.size() + " turns, and the last alone is taken",
                    "write one message");
        }
        return !answer.isArray() || Turns.check(column, answer, ROLES, report);
    }

    private static void text(JsonNode row, String column, Report report) {
        if (!row.path(column).isString() || row.path(column).asString().isBlank()) {
            report.error("empty-text", "'" + column + "' is empty, or no text", "leave the row out");
        }
    }
}
