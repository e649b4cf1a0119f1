package fellowship.dataset;

import fellowship.chat.Message;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TRL's prompt-completion type. The completion is the preferred answer of a pair or verdict, else the only draft, else the
 * one with the highest score, of equal ones the earliest; of rows without any, the column {@code completion}.
 */
final class SftShape implements RowShape {

    private static final List<Feature> TRAIN = List.of(Feature.messages("prompt"), Feature.messages("completion"));

    @Override
    public List<Shaped> shape(Row row, ShapeContext context) {
        return List.of(answer(row)
                .then(Preferred::good)
                .then(draft -> Prompts.of(row, draft).then(prompt -> new Made.Of<>(line(row, draft, prompt, context))))
                .line(line -> line));
    }

    private static Made<Draft> answer(Row row) {
        if (row.drafts().isEmpty() && InColumns.completion(row).isPresent()) {
            return new Made.Of<>(InColumns.completion(row).get());
        }
        if (row.preference().isPresent() || row.verdict().isPresent()) {
            return Preferred.of(row).then(pair -> new Made.Of<>(pair.chosen()));
        }
        if (row.drafts().size() == 1) {
            return new Made.Of<>(row.drafts().get(0));
        }
        // Drafts are in the order of writing, and reduce keeps the earlier of equal ones.
        return row.drafts().stream()
                .filter(draft -> draft.score().isPresent())
                .reduce((one, other) -> score(other) > score(one) ? other : one)
                .<Made<Draft>>map(Made.Of::new)
                .orElseGet(() -> new Made.Not<>(row.drafts().isEmpty() ? "no-answer" : "no-score"));
    }

    private static double score(Draft draft) {
        return draft.score().orElseThrow();
    }

    private static Shaped.Line line(Row row, Draft draft, List<Message> prompt, ShapeContext context) {
        Map<String, @Nullable Object> full = new LinkedHashMap<>();
        Facts.begin(full, row);
        full.put("draft_id", draft.id());
        full.put("prompt", Prompts.json(prompt));
        full.put("completion", Prompts.answer(draft.text()));
        full.put("model", draft.model());
        full.put("score", JsonLine.number(draft.score()));
        full.put("lineage", Facts.lineage(row, context));
        return Facts.line(full, TRAIN);
    }

    @Override
    public List<Feature> trainFeatures(ShapeContext context) {
        return TRAIN;
    }

    @Override
    public List<Feature> fullFeatures(ShapeContext context) {
        return Facts.full(
                List.of(),
                Feature.text("draft_id"),
                TRAIN.get(0),
                TRAIN.get(1),
                Feature.text("model"),
                Feature.decimal("score"));
    }
}
