package fellowship.dataset;

import fellowship.chat.Finish;
import fellowship.row.Critique;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Critiques, to teach a reviewer: what it was asked and what it said, one line a critique. */
final class CritiqueShape implements RowShape {

    @Override
    public List<Feature> training() {
        return List.of(new Feature("prompt", Feature.Kind.MESSAGES), new Feature("completion", Feature.Kind.MESSAGES));
    }

    @Override
    public List<Shaped> shape(Row row) {
        List<Shaped> shaped = new ArrayList<>();
        for (int i = 0; i < row.drafts().size(); i++) {
            Draft draft = row.drafts().get(i);
            String revised =
                    i + 1 < row.drafts().size() ? row.drafts().get(i + 1).text() : "";
            draft.critiques().forEach(critique -> shaped.add(line(row, draft, critique, revised)));
        }
        return shaped.isEmpty() ? List.of(new Shaped.Left("no critique")) : shaped;
    }

    private static Shaped line(Row row, Draft draft, Critique critique, String revised) {
        if (critique.reply().completion().finish() != Finish.COMPLETE) {
            return new Shaped.Left("critique is not whole");
        }
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("prompt", Conversation.of(critique.reply().asked()));
        training.put(
                "completion", Conversation.answer(critique.reply().completion().text()));
        Map<String, Object> full = new LinkedHashMap<>();
        full.put("critique_id", Lineage.id(row.sample().id(), draft.id(), critique.reviewer(), critique.text()));
        full.put("row_id", row.sample().id());
        full.put("origin", row.sample().origin());
        full.putAll(training);
        full.put("reviewer", critique.reviewer());
        full.put("model", critique.reply().completion().model());
        full.put("draft", draft.text());
        full.put("draft_model", draft.model());
        full.put("critique", critique.text());
        full.put("fields", Json.line(critique.fields()));
        full.put("revised", revised);
        return new Shaped.Line(training, full);
    }
}
