package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Axolotl ({@code prompt_strategies}): rows, and the YAML to paste into a configuration. Its preference strategies keep role
 * and content alone, so tools are refused there; KTO and Bradley-Terry take one turn.
 */
final class Axolotl {

    private static final String NAME = "axolotl";

    private Axolotl() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                                NAME,
                                "preference",
                                "DPO, IPO, ORPO, SimPO: chat_template.default",
                                s -> List.of(
                                        Messages.plainField("messages"),
                                        Messages.object("chosen", false),
                                        Messages.object("rejected", false)),
                                (record, s) -> preference(record))
                        .beside(yaml(
                                "rl: dpo",
                                "type: chat_template.default",
                                "field_messages: messages",
                                "field_chosen: chosen",
                                "field_rejected: rejected")),
                Form.of(
                                NAME,
                                "unpaired",
                                "KTO: user_defined.default, one turn",
                                s -> List.of(
                                        Field.text("system"),
                                        Field.text("prompt"),
                                        Field.text("completion"),
                                        Field.yesNo("label")),
                                (record, s) -> unpaired(record))
                        .beside(yaml(
                                "rl: kto",
                                "type:",
                                "  field_system: system",
                                "  field_prompt: prompt",
                                "  field_completion: completion",
                                "  field_label: label",
                                "  prompt_format: \"{prompt}\"",
                                "  completion_format: \"{completion}\"")),
                Form.of(
                                NAME,
                                "reward",
                                "Bradley-Terry: bradley_terry.chat_template, one turn",
                                s -> Trl.texts("system", "input", "chosen", "rejected"),
                                (record, s) -> reward(record))
                        .beside(yaml("reward_model: true", "type: bradley_terry.chat_template")),
                Form.of(
                                NAME,
                                "stepwise",
                                "process reward models: stepwise_supervised",
                                s -> List.of(
                                        Field.text("prompt"),
                                        Field.texts("completions"),
                                        Field.list("labels", Field.yesNo("element"))),
                                (record, s) -> stepwise(record))
                        .beside(yaml(
                                "process_reward_model: true", "type: stepwise_supervised", "step_separator: \"\\n\"")),
                Form.of(NAME, "language-modeling", "SFT: chat_template", Axolotl::chatFields, Axolotl::languageModeling)
                        .beside(layout -> yaml(
                                        "chat_template: tokenizer_default",
                                        "type: chat_template",
                                        "field_messages: messages")
                                .apply(layout)));
    }

    private static List<Field> chatFields(Survey survey) {
        List<Field> all = new ArrayList<>(List.of(Messages.field("messages", survey)));
        if (survey.tools()) {
            all.add(Field.text("tools"));
        }
        return all;
    }

    private static Emitted preference(FullRecord record) {
        return Fit.first(
                        () -> Fit.pair(record),
                        () -> Fit.toolless(record),
                        () -> Fit.plainAnswers(record),
                        () -> Fit.pictureless(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("messages", Messages.plain(record.prompt()))
                        .with(
                                "chosen",
                                Messages.one(
                                        record.chosen().orElseThrow().messages().get(0), false))
                        .with(
                                "rejected",
                                Messages.one(
                                        record.rejected()
                                                .orElseThrow()
                                                .messages()
                                                .get(0),
                                        false))
                        .row());
    }

    private static Optional<String> flat(FullRecord record) {
        return Fit.first(
                () -> Fit.answerable(record),
                () -> Fit.singleTurn(record),
                () -> Fit.toolless(record),
                () -> Fit.pictureless(record));
    }

    private static Emitted unpaired(FullRecord record) {
        boolean plain = record.candidates().stream().allMatch(Fit::plain);
        return Fit.first(() -> flat(record), () -> Fit.unless(plain, Reasons.TOOLS_LOST))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> Labelled.of(record, answer -> new Line()
                        .with("system", record.system())
                        .with("prompt", record.question())
                        .with("completion", answer.candidate().text())
                        .with("label", answer.good())
                        .made()));
    }

    private static Emitted reward(FullRecord record) {
        return Fit.first(() -> Fit.pair(record), () -> flat(record), () -> Fit.plainAnswers(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with("system", record.system())
                        .with("input", record.question())
                        .with("chosen", record.chosen().orElseThrow().text())
                        .with("rejected", record.rejected().orElseThrow().text())
                        .row());
    }

    private static Emitted stepwise(FullRecord record) {
        return Steps.unfit(record).<Emitted>map(Emitted.Left::new).orElseGet(() -> Steps.rows(record));
    }

    private static Emitted languageModeling(FullRecord record, Survey survey) {
        return Fit.first(() -> Best.unfit(record), () -> Fit.pictureless(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> new Line()
                        .with(
                                "messages",
                                Messages.of(
                                        Messages.whole(record, Best.of(record).orElseThrow()), survey))
                        .with(survey.tools(), "tools", Messages.tools(record))
                        .row());
    }

    /** The head stands at the top level, the rest in each entry of {@code datasets}; other splits are test sets. */
    private static Function<Form.Layout, Map<String, String>> yaml(String head, String... entry) {
        return layout -> {
            StringBuilder text = new StringBuilder(head).append('\n');
            section(
                    text,
                    "datasets",
                    layout.files().stream()
                            .filter(file -> file.split().equals("train"))
                            .toList(),
                    entry);
            section(
                    text,
                    "test_datasets",
                    layout.files().stream()
                            .filter(file -> !file.split().equals("train"))
                            .toList(),
                    entry);
            return Map.of("axolotl.yaml", text.toString());
        };
    }

    private static void section(StringBuilder text, String name, List<Form.DataFile> files, String... entry) {
        if (!files.isEmpty()) {
            text.append(name).append(":\n");
        }
        for (Form.DataFile file : files) {
            text.append("  - path: ./").append(file.path()).append('\n');
            text.append("    ds_type: ")
                    .append(file.path().endsWith(".parquet") ? "parquet" : "json")
                    .append('\n');
            text.append("    split: train\n"); // A file that is named alone is always loaded as the split train.
            for (String line : entry) {
                text.append("    ").append(line).append('\n');
            }
        }
    }
}
