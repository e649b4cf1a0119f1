package fellowship.dataset;

import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prompt and completion, to imitate: the chosen answer of a pair, else the best scored draft, else the last one. */
final class CompletionShape implements RowShape {

    @Override
    public List<Feature> training() {
        return List.of(new Feature("prompt", Feature.Kind.MESSAGES), new Feature("completion", Feature.Kind.MESSAGES));
    }

    @Override
    public List<Shaped> shape(Row row) {
        Optional<Draft> found = answer(row);
        if (found.isEmpty()) {
            return List.of(new Shaped.Left("no answer"));
        }
        Draft draft = found.get();
        if (draft.text().isBlank() || !Conversation.whole(draft)) {
            return List.of(new Shaped.Left("answer is not whole"));
        }
        Optional<List<Map<String, Object>>> prompt = Conversation.prompt(row, List.of(draft));
        if (prompt.isEmpty()) {
            return List.of(new Shaped.Left("no prompt: no column is named prompt, instruction or question"));
        }
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("prompt", prompt.get());
        training.put("completion", Conversation.answer(draft.text()));
        Map<String, Object> full = new LinkedHashMap<>();
        full.put("line_id", Lineage.id(row.sample().id(), draft.text()));
        full.put("row_id", row.sample().id());
        full.put("origin", row.sample().origin());
        full.putAll(training);
        full.put("model", draft.model());
        full.put("lineage", Lineage.of(row));
        return List.of(new Shaped.Line(training, full));
    }

    private static Optional<Draft> answer(Row row) {
        Optional<Draft> best = row.drafts().stream()
                .filter(draft -> draft.score().isPresent())
                .max(Comparator.comparingDouble(draft -> draft.score().orElseThrow()));
        return PreferenceShape.preference(row)
                .map(Preference::chosen)
                .or(() -> best)
                .or(() -> row.drafts().stream().reduce((first, second) -> second));
    }
}
