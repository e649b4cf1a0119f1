package fellowship.dataset;

import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where lines come from, as plain data: drafts, critiques, judgments, calls. What is not there has no key. */
final class Facts {

    private Facts() {}

    static List<Map<String, Object>> drafts(Row row) {
        return candidates(row).stream().map(Facts::draft).toList();
    }

    /** The row's drafts, and the texts of its columns that a verdict compared. */
    private static List<Draft> candidates(Row row) {
        List<Draft> all = new ArrayList<>(row.drafts());
        row.verdict().ifPresent(verdict -> List.of(verdict.first(), verdict.second()).stream()
                .filter(one -> all.stream().noneMatch(draft -> draft.id().equals(one.id())))
                .forEach(all::add));
        return all;
    }

    private static Map<String, Object> draft(Draft draft) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", draft.id());
        draft.reply().ifPresent(reply -> facts.putAll(reply(reply)));
        facts.put("text", draft.text());
        number(facts, "score", draft.score());
        facts.put("critiques", draft.critiques().stream().map(Facts::critique).toList());
        facts.put("judgments", draft.judgments().stream().map(JudgmentFacts::of).toList());
        return facts;
    }

    static Map<String, Object> reply(Reply reply) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("agent", reply.agent());
        facts.put("asked_model", reply.model().toString());
        facts.put("model", reply.completion().model());
        facts.put("finish", reply.completion().finish().name().toLowerCase(Locale.ROOT));
        facts.put("call", reply.call());
        return facts;
    }

    private static Map<String, Object> critique(Critique critique) {
        Map<String, Object> facts = reply(critique.reply());
        number(facts, "score", critique.score());
        facts.put("text", critique.text());
        return facts;
    }

    /** A score that is not there has no key. */
    static void number(Map<String, Object> facts, String name, OptionalDouble score) {
        Double value = JsonLine.number(score);
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** How a row came to be, as JSON: the workflow, every call, every draft with what was said of it, the verdict. */
    static String lineage(Row row, ShapeContext context) {
        Map<String, Object> lineage = workflow(row, context);
        lineage.put("drafts", drafts(row));
        if (!row.rankings().isEmpty()) {
            lineage.put("rankings", rankings(row));
        }
        row.verdict().ifPresent(verdict -> lineage.put("verdict", VerdictFacts.of(verdict)));
        row.preference().flatMap(Preference::strength).ifPresent(made -> lineage.put("strength", strength(made)));
        row.preference()
                .filter(pair -> pair.is(Preference.Mark.FLIPPED))
                .ifPresent(pair -> lineage.put("flipped", true));
        return JsonLine.of(lineage);
    }

    private static Map<String, Object> strength(Strength made) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mean", made.mean());
        facts.put("deviation", made.deviation());
        facts.put("opinions", made.opinions());
        facts.put("share", made.share());
        facts.put("p", made.probability());
        facts.put("p_from", made.measured() ? "token probabilities" : "opinions");
        return facts;
    }

    /** The first part of that. */
    static Map<String, Object> workflow(Row row, ShapeContext context) {
        Map<String, Object> lineage = new LinkedHashMap<>();
        lineage.put("workflow", context.workflow());
        lineage.put("fingerprint", context.fingerprint());
        lineage.put("seed", context.seed());
        lineage.put("calls", calls(row));
        return lineage;
    }

    /** All calls but those that only measured the judges: nothing in the row rests on them. */
    private static List<String> calls(Row row) {
        Set<String> measuring = row.verdict().stream()
                .flatMap(verdict -> verdict.plants().stream())
                .flatMap(plant -> plant.judgments().stream())
                .flatMap(judgment -> judgment.replies().stream())
                .map(Reply::call)
                .collect(Collectors.toSet());
        return row.replies().stream()
                .map(Reply::call)
                .filter(call -> !measuring.contains(call))
                .distinct()
                .toList();
    }

    /** What judges said of all drafts together, in the order they were asked. */
    static List<Map<String, Object>> rankings(Row row) {
        return row.rankings().stream().map(JudgmentFacts::of).toList();
    }

    /** A full line's first columns after its own id: which sample it is of. */
    static void begin(Map<String, @Nullable Object> line, Row row) {
        line.put("row_id", row.sample().id());
        line.put("origin", row.sample().origin());
    }

    /** The columns of a full file: an id of the line if it has one, the sample, the line's own, the lineage. */
    static List<Feature> full(List<Feature> ids, Feature... own) {
        List<Feature> all = new ArrayList<>(ids);
        all.addAll(List.of(Feature.text("row_id"), Feature.text("origin")));
        all.addAll(List.of(own));
        all.add(Feature.text("lineage"));
        return all;
    }

    /** Both files' lines from one: the training line has the named keys only. */
    static Shaped.Line line(Map<String, @Nullable Object> full, List<Feature> train) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        train.forEach(feature -> kept.put(feature.name(), full.get(feature.name())));
        return new Shaped.Line(JsonLine.of(kept), Optional.of(JsonLine.of(full)));
    }
}
