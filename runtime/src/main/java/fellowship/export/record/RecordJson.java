package fellowship.export.record;

import fellowship.text.WellFormed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The full record as a line of JSON, there and back. Every key stands on every line; scores are decimals. */
public final class RecordJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecordJson() {}

    /** Whether a line is one, by its keys. */
    static boolean is(JsonNode line) {
        return line.has("candidates") && line.has("judgments");
    }

    static FullRecord read(JsonNode line) {
        return new FullRecord(
                Tree.text(line, "pair_id"),
                Tree.text(line, "row_id"),
                Conversation.of(line, "prompt", Said.USER),
                Conversation.tools(line),
                Tree.texts(line, "images"),
                Conversation.of(line, "reference", Said.ASSISTANT),
                Tree.list(line, "candidates", RecordJson::candidate),
                Tree.list(line, "judgments", RecordJson::judgment),
                Optional.of(line.path("decision")).filter(JsonNode::isObject).map(RecordJson::decision),
                Tree.text(line, "lineage"));
    }

    private static FullRecord.Candidate candidate(JsonNode node) {
        return new FullRecord.Candidate(
                Tree.text(node, "id"),
                Conversation.of(node, "messages", Said.ASSISTANT),
                Tree.text(node, "model"),
                Tree.number(node, "score"),
                Tree.yesNo(node, "label"));
    }

    private static FullRecord.Judgment judgment(JsonNode node) {
        Map<String, Double> scores = new HashMap<>();
        node.path("scores")
                .properties()
                .forEach(score -> scores.put(score.getKey(), score.getValue().asDouble()));
        return new FullRecord.Judgment(
                Tree.text(node, "judge"),
                Tree.texts(node, "order"),
                Optional.of(Tree.text(node, "verdict")).filter(text -> !text.isEmpty()),
                scores,
                Tree.text(node, "critique"),
                Tree.list(
                        node,
                        "steps",
                        step -> new FullRecord.CheckedStep(
                                Tree.text(step, "text"),
                                Tree.yesNo(step, "right").orElse(false))),
                Conversation.of(node, "asked", Said.USER),
                Tree.text(node, "reply"),
                Tree.text(node, "revised"));
    }

    private static FullRecord.Decision decision(JsonNode node) {
        return new FullRecord.Decision(
                Tree.text(node, "chosen"),
                Tree.text(node, "rejected"),
                Tree.number(node, "margin"),
                Tree.text(node, "policy"),
                Tree.number(node, "strength"),
                Tree.number(node, "p"));
    }

    /** One line, without its line break. */
    public static String write(FullRecord record) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("pair_id", record.pairId());
        line.put("row_id", record.rowId());
        line.put("prompt", said(record.prompt()));
        line.put("tools", record.tools().isEmpty() ? "" : "[" + String.join(",", record.tools()) + "]");
        line.put("images", record.images());
        line.put("reference", said(record.reference()));
        line.put(
                "candidates",
                record.candidates().stream().map(RecordJson::candidate).toList());
        line.put(
                "judgments",
                record.judgments().stream().map(RecordJson::judgment).toList());
        line.put("decision", record.decision().map(RecordJson::decision).orElse(null));
        line.put("lineage", record.lineage());
        return WellFormed.text(MAPPER.writeValueAsString(line));
    }

    private static List<Map<String, Object>> said(List<Said> turns) {
        return turns.stream()
                .map(turn -> {
                    Map<String, Object> made = new LinkedHashMap<>();
                    made.put("role", turn.role());
                    made.put("content", turn.content());
                    if (!turn.calls().isEmpty()) {
                        made.put(
                                "tool_calls",
                                turn.calls().stream()
                                        .map(call -> Map.of("name", call.name(), "arguments", call.arguments()))
                                        .map(TreeMap::new)
                                        .toList());
                    }
                    return made;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> candidate(FullRecord.Candidate candidate) {
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("id", candidate.id());
        made.put("messages", said(candidate.messages()));
        made.put("model", candidate.model());
        made.put("score", number(candidate.score()));
        made.put("label", candidate.label().orElse(null));
        return made;
    }

    private static Map<String, @Nullable Object> judgment(FullRecord.Judgment judgment) {
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("judge", judgment.judge());
        made.put("order", judgment.order());
        made.put("verdict", judgment.verdict().orElse(""));
        made.put("scores", new TreeMap<>(judgment.scores()));
        made.put("critique", judgment.critique());
        made.put(
                "steps",
                judgment.steps().stream()
                        .map(step -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("text", step.text());
                            one.put("right", step.right());
                            return one;
                        })
                        .toList());
        made.put("asked", said(judgment.asked()));
        made.put("reply", judgment.reply());
        made.put("revised", judgment.revised());
        return made;
    }

    private static Map<String, @Nullable Object> decision(FullRecord.Decision decision) {
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("chosen", decision.chosen());
        made.put("rejected", decision.rejected());
        made.put("margin", number(decision.margin()));
        made.put("policy", decision.policy());
        made.put("strength", number(decision.strength()));
        made.put("p", number(decision.p()));
        return made;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
