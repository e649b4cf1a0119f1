package fellowship.dataset;

import fellowship.chat.Message;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TRL's unpaired preference type: prompt, completion, label. A pair gives two lines; scored drafts give a line each, good
 * from the score that the script names.
 */
final class KtoShape implements RowShape {

    private static final List<Feature> TRAIN =
            List.of(Feature.messages("prompt"), Feature.messages("completion"), Feature.yesNo("label"));

    @Override
    public List<Shaped> shape(Row row, ShapeContext context) {
        if (row.preference().isPresent() || row.verdict().isPresent()) {
            return pair(row, context);
        }
        List<Shaped> lines =
                row.drafts().stream().map(draft -> scored(row, draft, context)).toList();
        return lines.isEmpty() ? List.of(new Shaped.Left("no-answer")) : lines;
    }

    private static List<Shaped> pair(Row row, ShapeContext context) {
        Optional<Preference> tie = row.preference().filter(pair -> pair.is(Preference.Mark.TIE));
        if (tie.isPresent()) {
            return List.of(
                    scored(row, rated(row, tie.get().chosen()), context),
                    scored(row, rated(row, tie.get().rejected()), context));
        }
        Made<List<Shaped>> lines = Preferred.of(row).then(pair -> Prompts.of(row, pair.chosen(), pair.rejected())
                .then(prompt -> new Made.Of<>(List.of(
                        line(row, pair.chosen(), true, prompt, Optional.of(pair), context),
                        line(row, pair.rejected(), false, prompt, Optional.of(pair), context)))));
        return lines instanceof Made.Of<List<Shaped>> of
                ? of.value()
                : List.of(new Shaped.Left(((Made.Not<List<Shaped>>) lines).reason()));
    }

    /** Of a tie by a verdict, the draft with the scores that the verdict gave it: a label is good or bad by itself. */
    private static Draft rated(Row row, Draft draft) {
        if (draft.score().isPresent() || row.verdict().isEmpty()) {
            return draft;
        }
        boolean first = row.verdict().get().first() == draft;
        Draft rated = draft;
        for (Judgment judgment : row.verdict().get().judgments()) {
            if (judgment.opinion() instanceof Judgment.Scores scores) {
                rated = rated.withJudgment(Judgment.of(
                        judgment.annotator(), new Judgment.Score(first ? scores.first() : scores.second())));
            }
        }
        return rated;
    }

    private static Shaped scored(Row row, Draft draft, ShapeContext context) {
        if (draft.score().isEmpty() || context.output().atLeast().isEmpty()) {
            return new Shaped.Left("no-score");
        }
        boolean good = draft.score().getAsDouble() >= context.output().atLeast().getAsDouble();
        Made<Draft> sound = good || draft.text().isBlank() ? Preferred.good(draft) : new Made.Of<>(draft);
        return sound.then(answer -> Prompts.of(row, answer))
                .line(prompt -> line(row, draft, good, prompt, Optional.empty(), context));
    }

    private static Shaped.Line line(
            Row row,
            Draft draft,
            boolean label,
            List<Message> prompt,
            Optional<Preference> pair,
            ShapeContext context) {
        Map<String, @Nullable Object> full = new LinkedHashMap<>();
        full.put("pair_id", pair.map(made -> PairIds.of(row, made)).orElse(""));
        Facts.begin(full, row);
        full.put("draft_id", draft.id());
        full.put("prompt", Prompts.json(prompt));
        full.put("completion", Prompts.answer(draft.text()));
        full.put("label", label);
        full.put("model", draft.model());
        full.put("score", JsonLine.number(draft.score()));
        full.put("policy", pair.map(Preference::policy).orElse("at-least"));
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
                List.of(Feature.text("pair_id")),
                Feature.text("draft_id"),
                TRAIN.get(0),
                TRAIN.get(1),
                TRAIN.get(2),
                Feature.text("model"),
                Feature.decimal("score"),
                Feature.text("policy"));
    }
}
