package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * verl ({@code utils/dataset}): reads Parquet. Prompts for RL with the reference answer as ground truth; conversations for
 * SFT; texts for its reward data set. It has no preference trainer.
 */
final class Verl {

    private static final String NAME = "verl";

    private Verl() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "prompt-only",
                        "RL: prompt, and the reference answer as ground truth",
                        Verl::promptFields,
                        Verl::promptOnly),
                Form.of(
                        NAME,
                        "language-modeling",
                        "SFT: messages",
                        s -> List.of(Messages.plainField("messages")),
                        Verl::languageModeling),
                Form.of(
                        NAME,
                        "preference-plain",
                        "RMDataset: texts without a template",
                        s -> Trl.texts("prompt", "chosen", "rejected"),
                        (record, s) -> plain(record)));
    }

    private static List<Field> promptFields(Survey survey) {
        List<Field> all = new ArrayList<>(List.of(
                Field.text("data_source"),
                Messages.plainField("prompt"),
                Field.text("ability"),
                Field.object("reward_model", Field.text("style"), Field.text("ground_truth")),
                Field.object("extra_info", Field.text("pair_id"), Field.text("row_id"))));
        if (survey.images()) {
            all.add(Field.pictures("images"));
        }
        return all;
    }

    private static Emitted promptOnly(FullRecord record, Survey survey) {
        String truth = record.reference().isEmpty()
                ? ""
                : record.reference().get(record.reference().size() - 1).content();
        return Fit.first(() -> Fit.answerable(record), () -> Fit.toolless(record), () -> Fit.marks(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("data_source", "fellowship")
                        .with("prompt", Messages.plain(Messages.marked(record.prompt(), record)))
                        .with("ability", "")
                        .with(
                                "reward_model",
                                new Line()
                                        .with("style", "rule")
                                        .with("ground_truth", truth)
                                        .made())
                        .with(
                                "extra_info",
                                new Line()
                                        .with("pair_id", record.pairId())
                                        .with("row_id", record.rowId())
                                        .made())
                        .with(survey.images(), "images", record.images())
                        .row());
    }

    private static Emitted languageModeling(FullRecord record, Survey survey) {
        return Fit.first(
                        () -> Best.unfit(record),
                        () -> Fit.toolless(record),
                        () -> Fit.unless(Fit.plain(Best.of(record).orElseThrow()), Reasons.TOOLS_LOST),
                        () -> Fit.pictureless(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with(
                                "messages",
                                Messages.of(
                                        Messages.whole(record, Best.of(record).orElseThrow()), survey))
                        .row());
    }

    private static Emitted plain(FullRecord record) {
        return PlainPairs.unfit(record).<Emitted>map(Emitted.Left::new).orElseGet(() -> new Line()
                .with("prompt", record.question())
                .with("chosen", PlainPairs.led(record.chosen().orElseThrow().text()))
                .with("rejected", PlainPairs.led(record.rejected().orElseThrow().text()))
                .row());
    }
}
