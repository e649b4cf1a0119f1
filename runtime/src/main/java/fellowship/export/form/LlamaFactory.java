package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * LLaMA-Factory ({@code data/converter.py}, {@code data/parser.py}): sharegpt with the tags {@code role} and {@code content},
 * the system turn in its own column, and {@code dataset_info.json} with every key of {@code columns} and {@code tags}, since a
 * missing one becomes null. Columns are named only where every row has them.
 */
final class LlamaFactory {

    private static final String NAME = "llama-factory";
    private static final String CALL = "function_call";

    private LlamaFactory() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                                NAME,
                                "preference",
                                "DPO, reward: messages, chosen, rejected",
                                s -> fields(s, Messages.object("chosen", false), Messages.object("rejected", false)),
                                LlamaFactory::preference)
                        .beside(layout -> info(layout, true, false)),
                Form.of(
                                NAME,
                                "unpaired",
                                "KTO: messages, label",
                                s -> fields(s, Field.yesNo("label")),
                                LlamaFactory::unpaired)
                        .beside(layout -> info(layout, false, true)),
                Form.of(NAME, "language-modeling", "SFT: messages", s -> fields(s), LlamaFactory::languageModeling)
                        .beside(layout -> info(layout, false, false)));
    }

    private static List<Field> fields(Survey survey, Field... own) {
        List<Field> all = new ArrayList<>(List.of(Messages.plainField("messages")));
        all.addAll(List.of(own));
        if (survey.system()) {
            all.add(Field.text("system"));
        }
        if (survey.tools()) {
            all.add(Field.text("tools"));
        }
        if (survey.images()) {
            all.add(Field.texts("images"));
        }
        return all;
    }

    private static Line rest(Line line, FullRecord record, Survey survey) {
        return line.with(survey.system(), "system", record.system())
                .with(survey.tools(), "tools", record.tools().isEmpty() ? "" : Messages.tools(record))
                .with(survey.images(), "images", record.images());
    }

    private static Emitted preference(FullRecord record, Survey survey) {
        List<Said> turns = turns(Messages.marked(record.turns(), record));
        return Fit.first(
                        () -> Fit.pair(record),
                        () -> Fit.plainAnswers(record),
                        () -> Fit.marks(record),
                        () -> alternating(turns))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> rest(
                                new Line()
                                        .with("messages", Messages.plain(turns))
                                        .with(
                                                "chosen",
                                                Messages.one(
                                                        record.chosen()
                                                                .orElseThrow()
                                                                .messages()
                                                                .get(0),
                                                        false))
                                        .with(
                                                "rejected",
                                                Messages.one(
                                                        record.rejected()
                                                                .orElseThrow()
                                                                .messages()
                                                                .get(0),
                                                        false)),
                                record,
                                survey)
                        .row());
    }

    private static Emitted unpaired(FullRecord record, Survey survey) {
        Optional<String> unfit = Fit.first(() -> Fit.answerable(record), () -> Fit.marks(record));
        return unfit.<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> Labelled.of(record, answer -> rest(
                                new Line()
                                        .with("messages", Messages.plain(whole(record, answer.candidate())))
                                        .with("label", answer.good()),
                                record,
                                survey)
                        .made()));
    }

    private static Emitted languageModeling(FullRecord record, Survey survey) {
        return Fit.first(
                        () -> Best.unfit(record),
                        () -> Fit.marks(record),
                        () -> alternating(whole(record, Best.of(record).orElseThrow())))
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> rest(
                                new Line()
                                        .with(
                                                "messages",
                                                Messages.plain(whole(
                                                        record, Best.of(record).orElseThrow()))),
                                record,
                                survey)
                        .row());
    }

    private static List<Said> whole(FullRecord record, FullRecord.Candidate answer) {
        List<Said> all = new ArrayList<>(Messages.marked(record.turns(), record));
        all.addAll(answer.messages());
        return turns(all);
    }

    /** A call of tools is a turn of its own role; several calls of one turn are a JSON list. */
    private static List<Said> turns(List<Said> all) {
        return all.stream()
                .map(said -> said.calls().isEmpty() ? said : new Said(CALL, ToolCalls.json(said), List.of()))
                .toList();
    }

    private static Optional<String> alternating(List<Said> turns) {
        return Fit.alternating(turns.stream()
                .map(said -> said.by(CALL) ? new Said(Said.ASSISTANT, said.content(), List.of()) : said)
                .toList());
    }

    private static Map<String, String> info(Form.Layout layout, boolean ranking, boolean labels) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Form.DataFile file : layout.files()) {
            String name = file.path().replaceAll("\\.[a-z]+$", "");
            Map<String, Object> set = new LinkedHashMap<>();
            set.put("file_name", file.path());
            set.put("formatting", "sharegpt");
            if (ranking) {
                set.put("ranking", true);
            }
            set.put("columns", columns(layout.survey(), ranking, labels));
            set.put("tags", tags());
            all.put(name, set);
        }
        return Map.of("dataset_info.json", PrettyJson.of(all));
    }

    private static Map<String, @Nullable Object> columns(Survey survey, boolean ranking, boolean labels) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("messages", "messages");
        columns.put("chosen", ranking ? "chosen" : null);
        columns.put("rejected", ranking ? "rejected" : null);
        columns.put("kto_tag", labels ? "label" : null);
        columns.put("system", survey.system() ? "system" : null);
        columns.put("tools", survey.tools() ? "tools" : null);
        columns.put("images", survey.images() ? "images" : null);
        columns.put("videos", null);
        columns.put("audios", null);
        return columns;
    }

    private static Map<String, Object> tags() {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("role_tag", "role");
        tags.put("content_tag", "content");
        tags.put("user_tag", Said.USER);
        tags.put("assistant_tag", Said.ASSISTANT);
        tags.put("observation_tag", Said.TOOL);
        tags.put("function_tag", CALL);
        tags.put("system_tag", Said.SYSTEM);
        return tags;
    }
}
