package fellowship.dataset;

import fellowship.chat.Message;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** TRL's preference type: prompt, chosen, rejected. */
final class PairShape implements RowShape {

    private static final List<Feature> TRAIN =
            List.of(Feature.messages("prompt"), Feature.messages("chosen"), Feature.messages("rejected"));

    @Override
    public List<Shaped> shape(Row row, ShapeContext context) {
        boolean bare = row.preference()
                .filter(pair -> context.margins() && pair.margin().isEmpty())
                .isPresent();
        if (bare) {
            return List.of(new Shaped.Left("no-margin"));
        }
        Made<Shaped.Line> line = Preferred.of(row).then(pair -> Prompts.of(row, pair.chosen(), pair.rejected())
                .then(prompt -> new Made.Of<>(line(row, pair, prompt, context))));
        return List.of(line.line(made -> made));
    }

    private static Shaped.Line line(Row row, Preference pair, List<Message> prompt, ShapeContext context) {
        Map<String, @Nullable Object> full = new LinkedHashMap<>();
        full.put("pair_id", PairIds.of(row, pair));
        Facts.begin(full, row);
        full.put("prompt", Prompts.json(prompt));
        full.put("chosen", Prompts.answer(pair.chosen().text()));
        full.put("rejected", Prompts.answer(pair.rejected().text()));
        full.put("chosen_draft", pair.chosen().id());
        full.put("rejected_draft", pair.rejected().id());
        full.put("chosen_model", pair.chosen().model());
        full.put("rejected_model", pair.rejected().model());
        full.put("chosen_score", JsonLine.number(pair.chosen().score()));
        full.put("rejected_score", JsonLine.number(pair.rejected().score()));
        full.put("margin", JsonLine.number(pair.margin()));
        if (context.soft()) {
            full.put("p", JsonLine.number(OptionalDouble.of(pair.soft().orElse(1))));
        }
        full.put("policy", pair.policy());
        full.put(
                "strength",
                pair.strength()
                        .map(made -> JsonLine.number(OptionalDouble.of(made.mean())))
                        .orElse(null));
        full.put("lineage", Facts.lineage(row, context));
        return Facts.line(full, train(context));
    }

    @Override
    public List<Feature> trainFeatures(ShapeContext context) {
        return train(context);
    }

    /** A trainer looks for {@code margin} in the first line, so all lines have it or none. */
    private static List<Feature> train(ShapeContext context) {
        List<Feature> all = new ArrayList<>(TRAIN);
        if (context.margins()) {
            all.add(Feature.decimal("margin"));
        }
        if (context.soft()) {
            all.add(Feature.decimal("p"));
        }
        return all;
    }

    @Override
    public List<Feature> fullFeatures(ShapeContext context) {
        List<Feature> own = new ArrayList<>(TRAIN);
        own.addAll(List.of(
                Feature.text("chosen_draft"),
                Feature.text("rejected_draft"),
                Feature.text("chosen_model"),
                Feature.text("rejected_model"),
                Feature.decimal("chosen_score"),
                Feature.decimal("rejected_score"),
                Feature.decimal("margin")));
        if (context.soft()) {
            own.add(Feature.decimal("p"));
        }
        own.addAll(List.of(Feature.text("policy"), Feature.decimal("strength")));
        return Facts.full(List.of(Feature.text("pair_id")), own.toArray(Feature[]::new));
    }
}
