package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * NeMo-RL ({@code data/datasets/preference_datasets}): {@code PreferenceDataset} with ranks, the lower the better and never
 * equal, and {@code BinaryPreferenceDataset} with texts as answers.
 */
final class NemoRl {

    private static final String NAME = "nemo-rl";

    private NemoRl() {}

    static List<Form> forms() {
        return List.of(
                Form.of(NAME, "preference", "DPO, reward: PreferenceDataset", NemoRl::ranked, NemoRl::preference),
                Form.of(
                        NAME,
                        "preference-binary",
                        "DPO, reward: BinaryPreferenceDataset with prompt_key, chosen_key, rejected_key",
                        s -> List.of(Messages.plainField("prompt"), Field.text("chosen"), Field.text("rejected")),
                        (record, s) -> binary(record)));
    }

    private static List<Field> ranked(Survey survey) {
        return List.of(
                Messages.field("context", survey),
                Field.list(
                        "completions",
                        Field.object("element", Field.whole("rank"), Messages.field("completion", survey))));
    }

    private static Optional<String> unfit(FullRecord record) {
        return Fit.first(
                () -> Fit.pair(record),
                () -> Fit.pictureless(record),
                () -> Fit.unless(record.tools().isEmpty(), Reasons.TOOLS_LOST));
    }

    private static Emitted preference(FullRecord record, Survey survey) {
        return unfit(record).<Emitted>map(Emitted.Left::new).orElseGet(() -> new Line()
                .with("context", Messages.of(record.prompt(), survey))
                .with(
                        "completions",
                        List.of(
                                ranked(0, record.chosen().orElseThrow(), survey),
                                ranked(1, record.rejected().orElseThrow(), survey)))
                .row());
    }

    private static Map<String, Object> ranked(int rank, FullRecord.Candidate answer, Survey survey) {
        return new Line()
                .with("rank", rank)
                .with("completion", Messages.of(answer.messages(), survey))
                .made();
    }

    private static Emitted binary(FullRecord record) {
        return Fit.first(() -> unfit(record), () -> Fit.toolless(record), () -> Fit.plainAnswers(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("prompt", Messages.plain(record.prompt()))
                        .with("chosen", record.chosen().orElseThrow().text())
                        .with("rejected", record.rejected().orElseThrow().text())
                        .row());
    }
}
