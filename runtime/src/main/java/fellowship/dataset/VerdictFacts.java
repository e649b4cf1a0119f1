package fellowship.dataset;

import fellowship.row.Plant;
import fellowship.row.Row;
import fellowship.row.Turn;
import fellowship.row.Verdict;
import fellowship.row.Vote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A verdict as plain data: who voted what and when, the talk of a debate, who was spared. Worthless answers that only
 * measured the judges are no part of it; they have a file of their own.
 */
final class VerdictFacts {

    private VerdictFacts() {}

    static Map<String, Object> of(Verdict verdict) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("by", verdict.by());
        facts.put("candidates", List.of(verdict.first().id(), verdict.second().id()));
        facts.put("outcome", word(verdict.outcome()));
        facts.put("margin", verdict.margin());
        facts.put("flipped", verdict.flipped());
        facts.put("votes", votes(Optional.of(verdict)));
        if (!verdict.turns().isEmpty()) {
            facts.put("turns", turns(Optional.of(verdict)));
        }
        if (!verdict.spared().isEmpty()) {
            facts.put("spared", spared(Optional.of(verdict)));
        }
        facts.put("judgments", judgments(Optional.of(verdict)));
        return facts;
    }

    /** The judgments that led to the verdict, each with the order in which it saw the two; none without one. */
    static List<Map<String, Object>> judgments(Optional<Verdict> verdict) {
        return verdict.map(made -> made.judgments().stream()
                        .map(judgment -> JudgmentFacts.compared(made, judgment))
                        .toList())
                .orElse(List.of());
    }

    static List<Map<String, Object>> votes(Optional<Verdict> verdict) {
        return verdict.map(made -> made.votes().stream().map(VerdictFacts::vote).toList())
                .orElse(List.of());
    }

    static List<Map<String, Object>> turns(Optional<Verdict> verdict) {
        return verdict.map(made ->
                        made.turns().stream().map(turn -> turn(made, turn)).toList())
                .orElse(List.of());
    }

    static List<Map<String, Object>> spared(Optional<Verdict> verdict) {
        return verdict.map(made ->
                        made.spared().stream().map(VerdictFacts::sparedJuror).toList())
                .orElse(List.of());
    }

    /** One line of {@code plants.jsonl}. */
    static Map<String, Object> plant(Row row, Plant plant) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("row_id", row.id());
        facts.put("origin", row.sample().origin());
        facts.put("annotator", plant.annotator());
        facts.put("kind", plant.kind());
        facts.put("outcome", word(plant.outcome()));
        facts.put("won", plant.won());
        facts.put("judgments", plant.judgments().stream().map(JudgmentFacts::of).toList());
        return facts;
    }

    private static Map<String, Object> vote(Vote vote) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("annotator", vote.annotator());
        facts.put("stage", word(vote.stage()));
        facts.put("outcome", word(vote.outcome()));
        facts.put("margin", vote.margin());
        facts.put("flipped", vote.flipped());
        return facts;
    }

    private static Map<String, Object> turn(Verdict verdict, Turn turn) {
        String first = verdict.first().id();
        String second = verdict.second().id();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("speaker", turn.speaker());
        facts.put("round", turn.round());
        facts.put("order", turn.swapped() ? List.of(second, first) : List.of(first, second));
        facts.putAll(Facts.reply(turn.reply()));
        facts.put("text", turn.text());
        turn.leaning().ifPresent(leaning -> facts.put("leaning", word(leaning)));
        return facts;
    }

    private static Map<String, Object> sparedJuror(Verdict.Spared spared) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("juror", spared.juror());
        facts.put("why", spared.why());
        return facts;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
