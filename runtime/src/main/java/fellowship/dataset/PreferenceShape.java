package fellowship.dataset;

import fellowship.row.Draft;
import fellowship.row.Outcome;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Preference, explicit prompt, conversational: what TRL calls the recommended form for DPO. */
final class PreferenceShape implements RowShape {

    @Override
    public List<Feature> training() {
        return List.of(
                new Feature("prompt", Feature.Kind.MESSAGES),
                new Feature("chosen", Feature.Kind.MESSAGES),
                new Feature("rejected", Feature.Kind.MESSAGES));
    }

    @Override
    public List<Shaped> shape(Row row) {
        Optional<Preference> found = preference(row);
        if (found.isEmpty()) {
            boolean tie = row.verdict()
                    .map(Verdict::outcome)
                    .filter(Outcome.TIE::equals)
                    .isPresent();
            return List.of(new Shaped.Left(tie ? "tie" : "no pair"));
        }
        Preference pair = found.get();
        Draft chosen = pair.chosen();
        Draft rejected = pair.rejected();
        Optional<String> fault = fault(chosen, rejected);
        if (fault.isPresent()) {
            return List.of(new Shaped.Left(fault.get()));
        }
        Optional<List<Map<String, Object>>> prompt = Conversation.prompt(row, List.of(chosen, rejected));
        if (prompt.isEmpty()) {
            return List.of(new Shaped.Left("no prompt: the writers were asked different things and no column is named"
                    + " prompt, instruction or question"));
        }
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("prompt", prompt.get());
        training.put("chosen", Conversation.answer(chosen.text()));
        training.put("rejected", Conversation.answer(rejected.text()));
        return List.of(new Shaped.Line(training, full(row, pair, training)));
    }

    /** The row's pair, or the winner and loser of its verdict. */
    static Optional<Preference> preference(Row row) {
        return row.preference().or(() -> row.verdict()
                .filter(Verdict::decided)
                .map(verdict -> new Preference(
                        verdict.winner(),
                        verdict.loser(),
                        OptionalDouble.of(verdict.margin()),
                        "verdict of " + verdict.by())));
    }

    /** Why two answers must not be taught as a pair, if they must not. */
    static Optional<String> fault(Draft chosen, Draft rejected) {
        if (chosen.text().isBlank() || rejected.text().isBlank()) {
            return Optional.of("empty answer");
        }
        if (chosen.text().strip().equals(rejected.text().strip())) {
            return Optional.of("equal texts");
        }
        return Conversation.whole(chosen) ? Optional.empty() : Optional.of("chosen answer is not whole");
    }

    private static Map<String, Object> full(Row row, Preference pair, Map<String, Object> training) {
        Map<String, Object> full = new LinkedHashMap<>();
        full.put(
                "pair_id",
                Lineage.id(
                        row.sample().id(), pair.chosen().text(), pair.rejected().text()));
        full.put("row_id", row.sample().id());
        full.put("origin", row.sample().origin());
        full.putAll(training);
        full.put("chosen_model", pair.chosen().model());
        full.put("rejected_model", pair.rejected().model());
        full.put("chosen_draft", pair.chosen().id());
        full.put("rejected_draft", pair.rejected().id());
        full.put("margin", pair.margin().orElse(0));
        full.put("policy", pair.policy());
        full.put("lineage", Lineage.of(row));
        return full;
    }
}
