package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * TRL's types (its documentation, "Dataset formats and types"; {@code data_utils.py}). Conversational with an explicit prompt
 * unless the type says plain; never a key beside those that {@code maybe_apply_chat_template} allows.
 */
final class Trl {

    private static final String NAME = "trl";

    private Trl() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "preference",
                        "DPO, CPO, ORPO, reward: prompt, chosen, rejected",
                        pairFields(),
                        Trl::preference),
                Form.of(
                        NAME,
                        "preference-plain",
                        "the same as texts, for models without a chat template",
                        s -> texts("prompt", "chosen", "rejected"),
                        Trl::plain),
                Form.of(
                        NAME,
                        "unpaired",
                        "KTO, BCO: prompt, completion, label",
                        fields(true, Trl::completion, Field.yesNo("label")),
                        Trl::unpaired),
                Form.of(
                        NAME,
                        "prompt-only",
                        "GRPO, RLOO, online DPO: prompt",
                        fields(true, s -> List.of()),
                        Trl::promptOnly),
                Form.of(
                        NAME,
                        "prompt-completion",
                        "SFT, GKD: prompt, completion",
                        fields(true, Trl::completion),
                        Trl::promptCompletion),
                Form.of(
                        NAME,
                        "language-modeling",
                        "SFT: messages",
                        fields(false, s -> List.of(Messages.field("messages", s))),
                        Trl::languageModeling),
                Form.of(
                        NAME,
                        "reward",
                        "reward modelling: a pair and its margin",
                        fields(true, Trl::pair, Field.decimal("margin")),
                        Trl::reward),
                Form.of(
                        NAME,
                        "triple",
                        "TPO: a pair and a reference",
                        fields(
                                true,
                                s -> List.of(
                                        Messages.field("reference", s),
                                        Messages.field("chosen", s),
                                        Messages.field("rejected", s))),
                        Trl::triple),
                Form.of(
                        NAME,
                        "stepwise",
                        "PRM: a prompt, the steps of its solution, and which are right",
                        s -> List.of(
                                Field.text("prompt"),
                                Field.texts("completions"),
                                Field.list("labels", Field.yesNo("element"))),
                        Trl::stepwise));
    }

    private static Function<Survey, List<Field>> pairFields() {
        return fields(true, Trl::pair);
    }

    private static List<Field> pair(Survey survey) {
        return List.of(Messages.field("chosen", survey), Messages.field("rejected", survey));
    }

    private static List<Field> completion(Survey survey) {
        return List.of(Messages.field("completion", survey));
    }

    static List<Field> texts(String... names) {
        return java.util.Arrays.stream(names).map(Field::text).toList();
    }

    /** A prompt where asked for, the type's own columns, then tools and pictures where any record has them. */
    private static Function<Survey, List<Field>> fields(
            boolean prompt, Function<Survey, List<Field>> own, Field... more) {
        return survey -> {
            List<Field> all = new ArrayList<>();
            if (prompt) {
                all.add(Messages.field("prompt", survey));
            }
            all.addAll(own.apply(survey));
            all.addAll(List.of(more));
            if (survey.tools()) {
                all.add(Field.text("tools"));
            }
            if (survey.images()) {
                all.add(Field.pictures("images"));
            }
            return all;
        };
    }

    private static Emitted made(Line line, FullRecord record, Survey survey) {
        return line.with(survey.tools(), "tools", Messages.tools(record))
                .with(survey.images(), "images", record.images())
                .row();
    }

    /** TRL puts all pictures of a text before the first user turn, so that is where they must stand. */
    private static Optional<String> pictures(FullRecord record) {
        boolean ahead = true;
        boolean user = false;
        for (Said said : record.prompt()) {
            boolean first = said.by(Said.USER) && !user;
            ahead &= said.pictures() == 0 || first && bare(said).pictures() == 0;
            user |= said.by(Said.USER);
        }
        return Fit.first(() -> Fit.marks(record), ahead ? Optional::empty : () -> Optional.of(Reasons.PICTURE_PLACE));
    }

    /** Without the marks at its beginning. */
    private static Said bare(Said said) {
        String text = said.content();
        while (text.startsWith(Said.PICTURE)) {
            text = text.substring(Said.PICTURE.length());
        }
        return new Said(said.role(), text, said.calls());
    }

    private static List<Said> prompt(FullRecord record) {
        return record.images().isEmpty()
                ? record.prompt()
                : record.prompt().stream().map(Trl::bare).toList();
    }

    private static Line promptLine(FullRecord record, Survey survey) {
        return new Line().with("prompt", Messages.of(prompt(record), survey));
    }

    private static Line pairLine(FullRecord record, Survey survey) {
        return promptLine(record, survey)
                .with("chosen", Messages.of(record.chosen().orElseThrow().messages(), survey))
                .with("rejected", Messages.of(record.rejected().orElseThrow().messages(), survey));
    }

    private static Emitted preference(FullRecord record, Survey survey) {
        return Fit.first(() -> Fit.pair(record), () -> pictures(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> made(pairLine(record, survey), record, survey));
    }

    private static Emitted reward(FullRecord record, Survey survey) {
        return Fit.first(() -> Fit.pair(record), () -> pictures(record), () -> Fit.hasMargin(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> made(
                        pairLine(record, survey)
                                .with("margin", Fit.margin(record).orElseThrow()),
                        record,
                        survey));
    }

    private static Emitted triple(FullRecord record, Survey survey) {
        return Fit.first(
                        () -> Fit.pair(record),
                        () -> pictures(record),
                        () -> Fit.unless(Fit.said(record.reference()), Reasons.NO_REFERENCE))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> made(
                        promptLine(record, survey)
                                .with("reference", Messages.of(record.reference(), survey))
                                .with(
                                        "chosen",
                                        Messages.of(
                                                record.chosen().orElseThrow().messages(), survey))
                                .with(
                                        "rejected",
                                        Messages.of(
                                                record.rejected().orElseThrow().messages(), survey)),
                        record,
                        survey));
    }

    /** Texts get no template, so an answer carries its own leading blank. */
    private static Emitted plain(FullRecord record, Survey survey) {
        return PlainPairs.unfit(record).<Emitted>map(Emitted.Left::new).orElseGet(() -> new Line()
                .with("prompt", record.question())
                .with("chosen", PlainPairs.led(record.chosen().orElseThrow().text()))
                .with("rejected", PlainPairs.led(record.rejected().orElseThrow().text()))
                .row());
    }

    private static Emitted unpaired(FullRecord record, Survey survey) {
        Optional<String> unfit = Fit.first(() -> Fit.answerable(record), () -> pictures(record));
        return unfit.<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> Labelled.of(record, answer -> ((Emitted.Rows) made(
                                promptLine(record, survey)
                                        .with(
                                                "completion",
                                                Messages.of(answer.candidate().messages(), survey))
                                        .with("label", answer.good()),
                                record,
                                survey))
                        .rows()
                        .get(0)));
    }

    private static Emitted promptOnly(FullRecord record, Survey survey) {
        return Fit.first(() -> Fit.answerable(record), () -> pictures(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> made(promptLine(record, survey), record, survey));
    }

    private static Emitted promptCompletion(FullRecord record, Survey survey) {
        return Fit.first(() -> Best.unfit(record), () -> pictures(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> made(
                        promptLine(record, survey)
                                .with(
                                        "completion",
                                        Messages.of(
                                                Best.of(record).orElseThrow().messages(), survey)),
                        record,
                        survey));
    }

    private static Emitted languageModeling(FullRecord record, Survey survey) {
        return Fit.first(() -> Best.unfit(record), () -> pictures(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> {
                    List<Said> all = new ArrayList<>(prompt(record));
                    all.addAll(Best.of(record).orElseThrow().messages());
                    return made(new Line().with("messages", Messages.of(all, survey)), record, survey);
                });
    }

    private static Emitted stepwise(FullRecord record, Survey survey) {
        return Steps.unfit(record).<Emitted>map(Emitted.Left::new).orElseGet(() -> Steps.rows(record));
    }
}
