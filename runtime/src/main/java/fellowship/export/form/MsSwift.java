package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ms-swift ({@code dataset/preprocessor/core.py}): whole conversations in {@code messages}, the rejected answer beside them,
 * calls of tools as turns of the role {@code tool_call}, pictures as {@code <image>} marks.
 */
final class MsSwift {

    private static final String NAME = "ms-swift";

    private MsSwift() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "preference",
                        "DPO, CPO, ORPO, reward: messages, rejected_response",
                        s -> fields(s, Field.text("rejected_response")),
                        (record, s) -> preference(record, s, false)),
                Form.of(
                        NAME,
                        "reward",
                        "reward modelling: a pair and its margin",
                        s -> fields(s, Field.text("rejected_response"), Field.decimal("margin")),
                        (record, s) -> preference(record, s, true)),
                Form.of(
                        NAME,
                        "unpaired",
                        "KTO: messages, label",
                        s -> fields(s, Field.yesNo("label")),
                        MsSwift::unpaired),
                Form.of(
                        NAME,
                        "prompt-only",
                        "GRPO: messages that end with the user",
                        s -> fields(s),
                        MsSwift::promptOnly),
                Form.of(NAME, "language-modeling", "SFT: messages", s -> fields(s), MsSwift::languageModeling));
    }

    private static List<Field> fields(Survey survey, Field... own) {
        List<Field> all = new ArrayList<>(List.of(Messages.plainField("messages")));
        all.addAll(List.of(own));
        if (survey.tools()) {
            all.add(Field.text("tools"));
        }
        if (survey.images()) {
            all.add(Field.texts("images"));
        }
        return all;
    }

    private static Line rest(Line line, FullRecord record, Survey survey) {
        return line.with(survey.tools(), "tools", Messages.tools(record))
                .with(survey.images(), "images", record.images());
    }

    private static Emitted preference(FullRecord record, Survey survey, boolean margin) {
        return Fit.first(
                        () -> Fit.pair(record),
                        () -> Fit.plainAnswers(record),
                        () -> Fit.marks(record),
                        () -> margin ? Fit.hasMargin(record) : Optional.empty())
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> rest(
                                new Line()
                                        .with(
                                                "messages",
                                                Messages.plain(turns(
                                                        record,
                                                        record.chosen()
                                                                .orElseThrow()
                                                                .messages())))
                                        .with(
                                                "rejected_response",
                                                record.rejected().orElseThrow().text())
                                        .with(
                                                margin,
                                                "margin",
                                                Fit.margin(record).orElse(0)),
                                record,
                                survey)
                        .row());
    }

    private static Emitted unpaired(FullRecord record, Survey survey) {
        return Fit.first(() -> Fit.answerable(record), () -> Fit.marks(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> Labelled.of(record, answer -> rest(
                                new Line()
                                        .with(
                                                "messages",
                                                Messages.plain(turns(
                                                        record,
                                                        answer.candidate().messages())))
                                        .with("label", answer.good()),
                                record,
                                survey)
                        .made()));
    }

    private static Emitted promptOnly(FullRecord record, Survey survey) {
        return Fit.first(() -> Fit.answerable(record), () -> Fit.marks(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> rest(
                                new Line().with("messages", Messages.plain(turns(record, List.of()))), record, survey)
                        .row());
    }

    private static Emitted languageModeling(FullRecord record, Survey survey) {
        return Fit.first(() -> Best.unfit(record), () -> Fit.marks(record))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> rest(
                                new Line()
                                        .with(
                                                "messages",
                                                Messages.plain(turns(
                                                        record,
                                                        Best.of(record)
                                                                .orElseThrow()
                                                                .messages()))),
                                record,
                                survey)
                        .row());
    }

    /** Each call of a tool is a turn; what was said beside it comes before. */
    private static List<Said> turns(FullRecord record, List<Said> answer) {
        List<Said> all = new ArrayList<>(Messages.marked(record.prompt(), record));
        all.addAll(answer);
        List<Said> made = new ArrayList<>();
        for (Said said : all) {
            if (said.calls().isEmpty() || !said.content().isBlank()) {
                made.add(new Said(said.by(Said.TOOL) ? "tool_response" : said.role(), said.content(), List.of()));
            }
            said.calls().forEach(call -> made.add(new Said("tool_call", ToolCalls.json(call), List.of())));
        }
        return made;
    }
}
