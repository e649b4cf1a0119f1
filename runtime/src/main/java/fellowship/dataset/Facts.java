package fellowship.dataset;

import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        facts.put("judgments", draft.judgments().stream().map(Facts::judgment).toList());
        return facts;
    }

    private static Map<String, Object> reply(Reply reply) {
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

    /** The judgments that led to the verdict, each with the order in which it saw the two; none without one. */
    static List<Map<String, Object>> judgments(Row row) {
        return row.verdict()
                .map(verdict -> verdict.judgments().stream()
                        .map(judgment -> compared(verdict, judgment))
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, Object> compared(Verdict verdict, Judgment judgment) {
        String first = verdict.first().id();
        String second = verdict.second().id();
        Map<String, Object> facts = judgment(judgment);
        facts.put("order", judgment.swapped() ? List.of(second, first) : List.of(first, second));
        return facts;
    }

    /** {@code scores} and {@code choice} are in the row's order, whatever the judge saw first. */
    private static Map<String, Object> judgment(Judgment judgment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("annotator", judgment.annotator());
        judgment.reply().ifPresent(reply -> facts.putAll(reply(reply)));
        facts.put("swapped", judgment.swapped());
        if (judgment.opinion() instanceof Judgment.Score score) {
            number(facts, "score", OptionalDouble.of(score.value()));
        } else if (judgment.opinion() instanceof Judgment.Scores scores) {
            facts.put("scores", List.of(scores.first(), scores.second()));
        } else if (judgment.opinion() instanceof Judgment.Choice choice) {
            facts.put("choice", choice.outcome().name().toLowerCase(Locale.ROOT));
        } else if (judgment.opinion() instanceof Judgment.Unreadable unreadable) {
            facts.put("unreadable", unreadable.why());
        }
        facts.put("rationale", judgment.rationale());
        return facts;
    }

    private static Map<String, Object> verdict(Row row, Verdict verdict) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("by", verdict.by());
        facts.put("candidates", List.of(verdict.first().id(), verdict.second().id()));
        facts.put("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        facts.put("margin", verdict.margin());
        facts.put("flipped", verdict.flipped());
        facts.put("judgments", judgments(row));
        return facts;
    }

    /** A score that is not there has no key. */
    private static void number(Map<String, Object> facts, String name, OptionalDouble score) {
        Double value = JsonLine.number(score);
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** How a row came to be, as JSON: the workflow, every call, every draft with what was said of it, the verdict. */
    static String lineage(Row row, ShapeContext context) {
        Map<String, Object> lineage = workflow(row, context);
        lineage.put("drafts", drafts(row));
        row.verdict().ifPresent(verdict -> lineage.put("verdict", verdict(row, verdict)));
        return JsonLine.of(lineage);
    }

    /** The first part of that. */
    static Map<String, Object> workflow(Row row, ShapeContext context) {
        Map<String, Object> lineage = new LinkedHashMap<>();
        lineage.put("workflow", context.workflow());
        lineage.put("fingerprint", context.fingerprint());
        lineage.put("seed", context.seed());
        lineage.put("calls", row.replies().stream().map(Reply::call).distinct().toList());
        return lineage;
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
