package fellowship.export.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A line of a run's {@code full.jsonl} as a full record: its own columns, and the drafts and verdict of its lineage. */
final class RunLine {

    private RunLine() {}

    static boolean is(JsonNode line) {
        return line.has("row_id") && line.path("lineage").isString() && line.has("prompt");
    }

    static FullRecord read(JsonNode line) {
        JsonNode lineage = Tree.parse(line.path("lineage").asString());
        if (line.has("chosen_draft")) {
            return pair(line, lineage);
        }
        return line.has("reviewer") ? critique(line) : single(line, lineage);
    }

    private static FullRecord pair(JsonNode line, JsonNode lineage) {
        String chosen = Tree.text(line, "chosen_draft");
        String rejected = Tree.text(line, "rejected_draft");
        List<FullRecord.Candidate> candidates = new ArrayList<>();
        lineage.path("drafts").forEach(draft -> {
            String id = Tree.text(draft, "id");
            if (!id.equals(chosen) && !id.equals(rejected)) {
                List<Said> said = List.of(Said.assistant(Tree.text(draft, "text")));
                candidates.add(new FullRecord.Candidate(
                        id, said, Tree.text(draft, "model"), Tree.number(draft, "score"), Optional.empty()));
            }
        });
        candidates.add(0, side(line, "rejected", rejected));
        candidates.add(0, side(line, "chosen", chosen));
        return new FullRecord(
                Tree.text(line, "pair_id"),
                Tree.text(line, "row_id"),
                Conversation.of(line, "prompt", Said.USER),
                Conversation.tools(line),
                Tree.texts(line, "images"),
                List.of(),
                candidates,
                judgments(lineage),
                Optional.of(new FullRecord.Decision(
                        chosen,
                        rejected,
                        Tree.number(line, "margin"),
                        Tree.text(line, "policy"),
                        Tree.number(line, "strength"),
                        Tree.number(line, "p"))),
                Tree.text(line, "lineage"));
    }

    private static FullRecord.Candidate side(JsonNode line, String side, String id) {
        return new FullRecord.Candidate(
                id,
                Conversation.of(line, side, Said.ASSISTANT),
                Tree.text(line, side + "_model"),
                Tree.number(line, side + "_score"),
                Optional.empty());
    }

    /** An unpaired or prompt-completion line: one answer. */
    private static FullRecord single(JsonNode line, JsonNode lineage) {
        String id = Tree.text(line, "draft_id");
        List<Said> answer = Conversation.of(line, "completion", Said.ASSISTANT);
        FullRecord.Candidate candidate = new FullRecord.Candidate(
                id, answer, Tree.text(line, "model"), Tree.number(line, "score"), Tree.yesNo(line, "label"));
        List<Said> prompt = Conversation.of(line, "prompt", Said.USER);
        return new FullRecord(
                Ids.of(prompt, answer),
                Tree.text(line, "row_id"),
                prompt,
                List.of(),
                List.of(),
                List.of(),
                List.of(candidate),
                judgments(lineage).stream()
                        .filter(judgment -> judgment.only(id))
                        .toList(),
                Optional.empty(),
                Tree.text(line, "lineage"));
    }

    private static FullRecord critique(JsonNode line) {
        String id = Tree.text(line, "draft_id");
        List<Said> asked = Conversation.of(line, "prompt", Said.USER);
        List<Said> reply = Conversation.of(line, "completion", Said.ASSISTANT);
        OptionalDouble rating = Tree.number(line, "rating");
        FullRecord.Judgment judgment = new FullRecord.Judgment(
                Tree.text(line, "reviewer"),
                List.of(id),
                Optional.empty(),
                rating.isPresent() ? Map.of(id, rating.getAsDouble()) : Map.of(),
                Tree.text(line, "critique"),
                List.of(),
                asked,
                reply.isEmpty() ? "" : reply.get(0).content(),
                Tree.text(line, "revised"));
        List<Said> draft = List.of(Said.assistant(Tree.text(line, "draft")));
        return new FullRecord(
                Ids.of(asked, reply),
                Tree.text(line, "row_id"),
                Conversation.of(line, "draft_prompt", Said.USER),
                List.of(),
                List.of(),
                List.of(),
                List.of(new FullRecord.Candidate(id, draft, Tree.text(line, "draft_model"), rating, Optional.empty())),
                List.of(judgment),
                Optional.empty(),
                Tree.text(line, "lineage"));
    }

    private static List<FullRecord.Judgment> judgments(JsonNode lineage) {
        List<FullRecord.Judgment> all = new ArrayList<>();
        JsonNode drafts = lineage.path("drafts");
        for (int i = 0; i < drafts.size(); i++) {
            JsonNode draft = drafts.get(i);
            String id = Tree.text(draft, "id");
            String revised = i + 1 < drafts.size() ? Tree.text(drafts.get(i + 1), "text") : "";
            draft.path("critiques").forEach(critique -> all.add(alone(critique, id, "agent", "text", revised)));
            draft.path("judgments").forEach(judgment -> all.add(alone(judgment, id, "annotator", "rationale", "")));
        }
        JsonNode verdict = lineage.path("verdict");
        verdict.path("judgments").forEach(judgment -> all.add(compared(judgment, Tree.texts(verdict, "candidates"))));
        return all;
    }

    private static FullRecord.Judgment alone(JsonNode said, String id, String judge, String text, String revised) {
        OptionalDouble score = Tree.number(said, "score");
        return new FullRecord.Judgment(
                Tree.text(said, judge),
                List.of(id),
                Optional.empty(),
                score.isPresent() ? Map.of(id, score.getAsDouble()) : Map.of(),
                Tree.text(said, text),
                Tree.list(
                        said,
                        "steps",
                        step -> new FullRecord.CheckedStep(
                                Tree.text(step, "text"),
                                Tree.yesNo(step, "right").orElse(false))),
                List.of(),
                "",
                revised);
    }

    /** Choices and scores are in the row's order, whatever the judge saw first. */
    private static FullRecord.Judgment compared(JsonNode said, List<String> candidates) {
        Map<String, Double> scores = new HashMap<>();
        JsonNode given = said.path("scores");
        boolean scored = given.size() == 2 && candidates.size() == 2;
        for (int i = 0; scored && i < 2; i++) {
            scores.put(candidates.get(i), given.get(i).asDouble());
        }
        Optional<String> verdict = Optional.empty();
        if (scored) {
            int order = Double.compare(given.get(0).asDouble(), given.get(1).asDouble());
            verdict = Optional.of(
                    order == 0 ? FullRecord.Judgment.TIE : order > 0 ? candidates.get(0) : candidates.get(1));
        } else if (Set.of("first", "second", "tie").contains(Tree.text(said, "choice"))) {
            verdict = Optional.of(
                    switch (Tree.text(said, "choice")) {
                        case "first" -> candidates.get(0);
                        case "second" -> candidates.get(1);
                        default -> FullRecord.Judgment.TIE;
                    });
        }
        return new FullRecord.Judgment(
                Tree.text(said, "annotator"),
                Tree.texts(said, "order"),
                verdict,
                scores,
                Tree.text(said, "rationale"),
                List.of(),
                List.of(),
                "",
                "");
    }
}
