package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * OpenRLHF ({@code datasets/reward_dataset.py}, {@code sft_dataset.py}, {@code prompts_dataset.py}): lists of messages, for
 * {@code --data.apply_chat_template} with {@code --data.prompt_key prompt}. It has no KTO and no process rewards.
 */
final class OpenRlhf {

    private static final String NAME = "openrlhf";

    private OpenRlhf() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "preference",
                        "DPO: --data.prompt_key prompt --data.apply_chat_template",
                        s -> pair(s, false),
                        (record, s) -> preference(record, s, false)),
                Form.of(
                        NAME,
                        "reward",
                        "reward modelling with margins: --model.margin_loss_enable",
                        s -> pair(s, true),
                        (record, s) -> preference(record, s, true)),
                Form.of(
                        NAME,
                        "prompt-only",
                        "RL: --data.input_key input --data.apply_chat_template",
                        s -> List.of(Messages.field("input", s)),
                        OpenRlhf::promptOnly),
                Form.of(
                        NAME,
                        "prompt-completion",
                        "SFT: --data.input_key input --data.output_key output --data.apply_chat_template",
                        s -> List.of(Messages.field("input", s), Messages.field("output", s)),
                        OpenRlhf::promptCompletion));
    }

    private static List<Field> pair(Survey survey, boolean margin) {
        List<Field> all = new ArrayList<>(List.of(
                Messages.field("prompt", survey),
                Messages.field("chosen", survey),
                Messages.field("rejected", survey)));
        if (margin) {
            all.add(Field.decimal("margin"));
        }
        return all;
    }

    private static Emitted preference(FullRecord record, Survey survey, boolean margin) {
        return Fit.first(
                        () -> Fit.pair(record),
                        () -> schemaless(record),
                        () -> margin ? Fit.hasMargin(record) : Optional.empty())
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("prompt", Messages.of(record.prompt(), survey))
                        .with(
                                "chosen",
                                Messages.of(record.chosen().orElseThrow().messages(), survey))
                        .with(
                                "rejected",
                                Messages.of(record.rejected().orElseThrow().messages(), survey))
                        .with(margin, "margin", Fit.margin(record).orElse(0))
                        .row());
    }

    /** It hands no tools to the template. */
    private static Optional<String> schemaless(FullRecord record) {
        return Fit.first(
                () -> Fit.pictureless(record), () -> Fit.unless(record.tools().isEmpty(), Reasons.TOOLS_LOST));
    }

    private static Emitted promptOnly(FullRecord record, Survey survey) {
        return Fit.first(() -> Fit.answerable(record), () -> schemaless(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("input", Messages.of(record.prompt(), survey))
                        .row());
    }

    private static Emitted promptCompletion(FullRecord record, Survey survey) {
        return Fit.first(() -> Best.unfit(record), () -> schemaless(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("input", Messages.of(record.prompt(), survey))
                        .with(
                                "output",
                                Messages.of(Best.of(record).orElseThrow().messages(), survey))
                        .row());
    }
}
