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

/** Where lines come from, as plain data: drafts, critiques, judgments, calls. Every object has every key. */
final class Facts {

    private Facts() {}

    static List<Map<String, @Nullable Object>> drafts(Row row) {
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

    private static Map<String, @Nullable Object> draft(Draft draft) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("id", draft.id());
        facts.put("text", draft.text());
        facts.put("agent", draft.reply().map(Reply::agent).orElse(""));
        facts.put("model", draft.model());
        facts.put("finish", draft.reply().map(Facts::finish).orElse(""));
        facts.put("call", draft.reply().map(Reply::call).orElse(""));
        facts.put("score", JsonLine.number(draft.score()));
        facts.put("critiques", draft.critiques().stream().map(Facts::critique).toList());
        facts.put("judgments", draft.judgments().stream().map(Facts::judgment).toList());
        return facts;
    }

    private static String finish(Reply reply) {
        return reply.completion().finish().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> critique(Critique critique) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("reviewer", critique.reviewer());
        facts.put("model", critique.reply().completion().model());
        facts.put("text", critique.text());
        facts.put("score", JsonLine.number(critique.score()));
        facts.put("call", critique.reply().call());
        return facts;
    }

    /** The judgments that led to the verdict; none without one. */
    static List<Map<String, @Nullable Object>> judgments(Row row) {
        return row.verdict()
                .map(verdict -> verdict.judgments().stream()
                        .map(judgment -> compared(verdict, judgment))
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, @Nullable Object> compared(Verdict verdict, Judgment judgment) {
        String first = verdict.first().id();
        String second = verdict.second().id();
        Map<String, @Nullable Object> facts = judgment(judgment);
        facts.put("order", judgment.swapped() ? List.of(second, first) : List.of(first, second));
        return facts;
    }

    /** {@code scores} are in the row's order, {@code order} tells which the judge saw first. */
    private static Map<String, @Nullable Object> judgment(Judgment judgment) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("annotator", judgment.annotator());
        facts.put(
                "model",
                judgment.reply().map(reply -> reply.completion().model()).orElse(""));
        facts.put("kind", "unreadable");
        facts.put("choice", "");
        facts.put("scores", List.of());
        if (judgment.opinion() instanceof Judgment.Score score) {
            facts.put("kind", "score");
            facts.put("scores", numbers(score.value()));
        } else if (judgment.opinion() instanceof Judgment.Scores scores) {
            facts.put("kind", "scores");
            facts.put("scores", numbers(scores.first(), scores.second()));
        } else if (judgment.opinion() instanceof Judgment.Choice choice) {
            facts.put("kind", "choice");
            facts.put("choice", choice.outcome().name().toLowerCase(Locale.ROOT));
        }
        facts.put("order", List.of());
        facts.put("rationale", judgment.rationale());
        facts.put("call", judgment.reply().map(Reply::call).orElse(""));
        return facts;
    }

    private static List<@Nullable Double> numbers(double... values) {
        List<@Nullable Double> numbers = new ArrayList<>();
        for (double value : values) {
            numbers.add(JsonLine.number(OptionalDouble.of(value)));
        }
        return numbers;
    }

    /** How a row came to be: the workflow, the input line, every call. */
    static String lineage(Row row, ShapeContext context) {
        Map<String, Object> lineage = new LinkedHashMap<>();
        lineage.put("workflow", context.workflow());
        lineage.put("fingerprint", context.fingerprint());
        lineage.put("seed", context.seed());
        lineage.put("origin", row.sample().origin());
        lineage.put("sample", row.sample().id());
        lineage.put("calls", row.replies().stream().map(Reply::call).distinct().toList());
        return JsonLine.of(lineage);
    }

    /** The columns that every full line ends with. */
    static void end(Map<String, @Nullable Object> line, Row row, ShapeContext context) {
        line.put("candidates", JsonLine.of(drafts(row)));
        line.put("judgments", JsonLine.of(judgments(row)));
        line.put("lineage", lineage(row, context));
    }

    static List<Feature> ended(Feature... before) {
        List<Feature> all = new ArrayList<>(List.of(before));
        all.addAll(List.of(Feature.text("candidates"), Feature.text("judgments"), Feature.text("lineage")));
        return all;
    }

    /** Both files' lines from one: the training line has the named keys only. */
    static Shaped.Line line(Map<String, @Nullable Object> full, List<Feature> train) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        train.forEach(feature -> kept.put(feature.name(), full.get(feature.name())));
        return new Shaped.Line(JsonLine.of(kept), Optional.of(JsonLine.of(full)));
    }
}
