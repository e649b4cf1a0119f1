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
        lineage.path("rankings").forEach(this::judgment);
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
        stage(verdict, "blind");
        verdict.path("turns").forEach(this::turn);
        stage(verdict, "closing");
        verdict.path("spared")
                .forEach(spared -> add(
                        1,
                        "not asked: " + text(spared, "juror")
                                + (text(spared, "why").equals("own-family")
                                        ? ", since an answer is of its own model family"
                                        : ", since the verdict was settled")));
        verdict.path("judgments").forEach(this::judgment);
    }

    /** The votes of one stage, in the order of the script. */
    private void stage(JsonNode verdict, String stage) {
        verdict.path("votes").forEach(vote -> {
            if (text(vote, "stage").equals(stage)) {
                add(
                        1,
                        "vote of " + text(vote, "annotator") + (stage.equals("closing") ? " after the talk" : "") + ": "
                                + text(vote, "outcome") + ", margin " + text(vote, "margin")
                                + (vote.path("flipped").asBoolean(false) ? ", its two orders disagree" : ""));
            }
        });
    }

    private void turn(JsonNode turn) {
        add(
                1,
                "round " + text(turn, "round") + ", " + text(turn, "speaker") + ", shown " + names(turn.path("order"))
                        + (turn.has("leaning") ? ", leaning " + text(turn, "leaning") : ""));
        add(2, text(turn, "text"));
    }

    private void judgment(JsonNode judgment) {
        StringBuilder said = new StringBuilder();
        for (String key :
                List.of("choice", "score", "scores", "ranking", "first_error", "certainty", "sample", "unreadable")) {
            if (judgment.has(key)) {
                said.append(", ").append(key.replace('_', ' ')).append(' ').append(text(judgment, key));
            }
        }
        String shown = judgment.has("order")
                ? ", shown " + names(judgment.get("order"))
                : judgment.path("swapped").asBoolean(false) ? ", second shown first" : "";
        add(1, "judgment" + who(judgment) + shown + said);
        if (judgment.has("own_answer")) {
            add(2, "its own answer: " + text(judgment, "own_answer"));
        }
        if (judgment.has("context")) {
            add(2, "judged under: " + text(judgment, "context"));
        }
        judgment.path("tool_uses")
                .forEach(use -> add(
                        2,
                        "used " + text(use, "tool") + " on " + text(use, "input") + ": " + text(use, "observation")));
        judgment.path("parts").properties().forEach(part -> add(2, part.getKey() + ": " + said(part.getValue())));
        judgment.path("steps")
                .forEach(step -> add(
                        2,
                        (step.path("right").asBoolean(false) ? "right: " : "wrong: ")
                                + text(step, "text")
                                + (step.has("error") ? " (" + text(step, "error") + ")" : "")));
        add(2, text(judgment, "rationale"));
    }

    private static String said(JsonNode opinion) {
        List<String> said = new ArrayList<>();
        opinion.properties().forEach(entry -> said.add(text(opinion, entry.getKey())));
        return String.join(", ", said);
    }

    private static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asString("")));
        return String.join(" then ", names);
    }

    private static String who(JsonNode reply) {
        String name = reply.has("annotator") ? text(reply, "annotator") : text(reply, "agent");
        return reply.has("agent")
                ? " by " + name + " (" + text(reply, "model") + ")"
                : reply.has("annotator") ? " by " + name : "";
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
