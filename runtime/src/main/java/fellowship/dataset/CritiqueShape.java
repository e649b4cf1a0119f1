package fellowship.dataset;

import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Teaches a reviewer: its conversation is the prompt, what it replied, word for word, the completion. One line for each
 * critique; {@code revised} is the draft that came of it, empty after the last.
 */
final class CritiqueShape implements RowShape {

    private static final List<Feature> TRAIN = List.of(Feature.messages("prompt"), Feature.messages("completion"));

    @Override
    public List<Shaped> shape(Row row, ShapeContext context) {
        List<Shaped> lines = new ArrayList<>();
        for (int i = 0; i < row.drafts().size(); i++) {
            Draft draft = row.drafts().get(i);
            String revised =
                    i + 1 < row.drafts().size() ? row.drafts().get(i + 1).text() : "";
            draft.critiques().forEach(critique -> lines.add(one(row, draft, critique, revised, context)));
        }
        return lines.isEmpty() ? List.of(new Shaped.Left("no-critique")) : lines;
    }

    private static Shaped one(Row row, Draft draft, Critique critique, String revised, ShapeContext context) {
        if (critique.reply().completion().text().isBlank()) {
            return new Shaped.Left("empty");
        }
        if (critique.reply().completion().finish() != Finish.COMPLETE) {
            return new Shaped.Left("unfinished-critique");
        }
        return Prompts.written(critique.reply().asked())
                .line(prompt -> line(row, draft, critique, revised, prompt, context));
    }

    private static Shaped.Line line(
            Row row, Draft draft, Critique critique, String revised, List<Message> prompt, ShapeContext context) {
        Map<String, @Nullable Object> full = new LinkedHashMap<>();
        Facts.begin(full, row);
        full.put("draft_id", draft.id());
        full.put("prompt", Prompts.json(prompt));
        full.put("completion", Prompts.answer(critique.reply().completion().text()));
        full.put("reviewer", critique.reviewer());
        full.put("reviewer_model", critique.reply().completion().model());
        full.put("critique", critique.text());
        full.put("rating", JsonLine.number(critique.score()));
        full.put("fields", JsonLine.of(JsonLine.object(critique.fields())));
        full.put("draft", draft.text());
        full.put(
                "draft_prompt",
                Prompts.of(row, draft) instanceof Made.Of<List<Message>> of ? Prompts.json(of.value()) : List.of());
        full.put("draft_model", draft.model());
        full.put("revised", revised);
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
                Feature.text("reviewer"),
                Feature.text("reviewer_model"),
                Feature.text("critique"),
                Feature.decimal("rating"),
                Feature.text("fields"),
                Feature.text("draft"),
                Feature.messages("draft_prompt"),
                Feature.text("draft_model"),
                Feature.text("revised"));
    }
}
