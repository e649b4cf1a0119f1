package fellowship.dataset;

import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Unpaired preference: prompt, completion and whether it is desirable. From a pair, the chosen one is and the rejected
 * one is not; from scored drafts, those from a score on are. A draft without a score gives no line.
 */
final class UnpairedShape implements RowShape {

    private final OptionalDouble atLeast;

    UnpairedShape(OptionalDouble atLeast) {
        this.atLeast = atLeast;
    }

    @Override
    public List<Feature> training() {
        return List.of(
                new Feature("prompt", Feature.Kind.MESSAGES),
                new Feature("completion", Feature.Kind.MESSAGES),
                new Feature("label", Feature.Kind.YES_NO));
    }

    @Override
    public List<Shaped> shape(Row row) {
        List<Shaped> shaped = new ArrayList<>();
        Optional<Preference> pair = PreferenceShape.preference(row);
        if (pair.isPresent()) {
            Optional<String> fault =
                    PreferenceShape.fault(pair.get().chosen(), pair.get().rejected());
            if (fault.isPresent()) {
                return List.of(new Shaped.Left(fault.get()));
            }
            shaped.add(line(row, pair.get().chosen(), true));
            shaped.add(line(row, pair.get().rejected(), false));
        } else if (atLeast.isPresent()) {
            for (Draft draft : row.drafts()) {
                draft.score().ifPresent(score -> shaped.add(line(row, draft, score >= atLeast.getAsDouble())));
            }
        }
        return shaped.isEmpty() ? List.of(new Shaped.Left("no pair and no score")) : shaped;
    }

    private static Shaped line(Row row, Draft draft, boolean label) {
        if (draft.text().isBlank()) {
            return new Shaped.Left("empty answer");
        }
        if (label && !Conversation.whole(draft)) {
            return new Shaped.Left("desirable answer is not whole");
        }
        Optional<List<Map<String, Object>>> prompt = Conversation.prompt(row, List.of(draft));
        if (prompt.isEmpty()) {
            return new Shaped.Left("no prompt: no column is named prompt, instruction or question");
        }
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("prompt", prompt.get());
        training.put("completion", Conversation.answer(draft.text()));
        training.put("label", label);
        Map<String, Object> full = new LinkedHashMap<>();
        full.put("line_id", Lineage.id(row.sample().id(), draft.id(), draft.text(), Boolean.toString(label)));
        full.put("row_id", row.sample().id());
        full.put("origin", row.sample().origin());
        full.putAll(training);
        full.put("model", draft.model());
        full.put("lineage", Lineage.of(row));
        return new Shaped.Line(training, full);
    }
}
