package fellowship.export.verify;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** NeMo-RL's: exactly two completions whose ranks differ; answers of the binary type are texts. */
final class NemoRlRules implements Rules {

    private static final Set<String> ROLES = Set.of("system", "user", "assistant", "tool");

    @Override
    public void check(JsonNode row, String type, Report report) {
        if (type.equals("preference")) {
            ranked(row, report);
        } else if (!row.path("chosen").isString() || !row.path("rejected").isString()) {
            report.error("answers", "chosen and rejected must be texts", "write the answers' texts");
        } else {
            Answers.check(row.path("chosen"), row.path("rejected"), false, false, report);
        }
    }

    private static void ranked(JsonNode row, Report report) {
        JsonNode completions = row.path("completions");
        if (!Turns.check("context", row.path("context"), ROLES, report)) {
            return;
        }
        if (completions.size() != 2) {
            report.error("two-answers", "there are " + completions.size() + " completions", "write exactly two");
            return;
        }
        if (completions.get(0).path("rank").equals(completions.get(1).path("rank"))) {
            report.error(
                    "ties",
                    "both ranks are " + Answers.shown(completions.get(0).path("rank")),
                    "leave ties out: equal ranks raise");
            return;
        }
        Answers.check(
                completions.get(0).path("completion"), completions.get(1).path("completion"), false, false, report);
    }
}
