package fellowship.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of one line of a data set, for people. */
final class Explanation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringBuilder out = new StringBuilder();

    private Explanation() {}

    static String of(String file, JsonNode line) {
        Explanation made = new Explanation();
        made.line(file, line);
        return made.out.toString();
    }

    private void line(String file, JsonNode line) {
        add(0, file + ", row " + text(line, "row_id") + " of " + text(line, "origin"));
        if (line.has("pair_id")) {
            add(
                    0,
                    "pair " + text(line, "pair_id") + ": " + text(line, "chosen_draft") + " ("
                            + text(line, "chosen_model") + ") over " + text(line, "rejected_draft") + " ("
                            + text(line, "rejected_model") + ") by " + text(line, "policy") + ", margin "
                            + text(line, "margin"));
        }
        line.path("prompt").forEach(message -> add(1, "[" + text(message, "role") + "] " + text(message, "content")));
        JsonNode lineage = JSON.readTree(line.path("lineage").asString("{}"));
        lineage.path("drafts").forEach(this::draft);
        if (lineage.has("verdict")) {
            verdict(lineage.get("verdict"));
        }
        out.append('\n');
    }

    private void draft(JsonNode draft) {
        add(0, "draft " + text(draft, "id") + who(draft) + score(draft));
        add(1, text(draft, "text"));
        draft.path("critiques").forEach(critique -> {
            add(1, "review" + who(critique) + score(critique));
            add(2, text(critique, "text"));
        });
        draft.path("judgments").forEach(this::judgment);
    }

    private void verdict(JsonNode verdict) {
        List<String> candidates = new ArrayList<>();
        verdict.path("candidates").forEach(candidate -> candidates.add(candidate.asString("")));
        add(
                0,
                "verdict of " + text(verdict, "by") + " on " + String.join(" and ", candidates) + ": "
                        + text(verdict, "outcome") + ", margin " + text(verdict, "margin")
                        + (verdict.path("flipped").asBoolean(false) ? ", the two orders disagree" : ""));
        verdict.path("judgments").forEach(this::judgment);
    }

    private void judgment(JsonNode judgment) {
        StringBuilder said = new StringBuilder();
        for (String key : List.of("choice", "score", "scores", "unreadable")) {
            if (judgment.has(key)) {
                said.append(", ").append(key).append(" ").append(text(judgment, key));
            }
        }
        add(
                1,
                "judgment" + who(judgment) + (judgment.path("swapped").asBoolean(false) ? ", second shown first" : "")
                        + said);
        add(2, text(judgment, "rationale"));
    }

    private static String who(JsonNode reply) {
        return reply.has("agent") ? " by " + text(reply, "agent") + " (" + text(reply, "model") + ")" : "";
    }

    private static String score(JsonNode node) {
        return node.has("score") ? ", score " + text(node, "score") : "";
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() ? "-" : value.isString() ? value.asString() : value.toString();
    }

    /** Control characters of a model's reply must not steer the terminal. */
    private void add(int depth, String raw) {
        String indent = "  ".repeat(depth);
        String text = raw.strip().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\ufffd");
        if (!text.isEmpty()) {
            out.append(indent).append(text.replace("\n", "\n" + indent)).append('\n');
        }
    }
}
