package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.List;
import java.util.Map;

/** Every judge's own vote, with who it was: for those who study or model annotators. {@code fellowship agree} reads it too. */
final class Votes {

    private Votes() {}

    static List<Form> forms() {
        return List.of(Form.of(
                "votes",
                "votes",
                "one row a vote: who saw what in which order, and what was said",
                s -> fields(),
                (record, s) -> emit(record)));
    }

    private static List<Field> fields() {
        return List.of(
                Field.text("item"),
                Field.text("annotator"),
                Field.text("label"),
                Field.text("rationale"),
                Messages.plainField("prompt"),
                Field.text("first"),
                Field.text("second"),
                Field.text("first_id"),
                Field.text("second_id"));
    }

    private static Emitted emit(FullRecord record) {
        List<Map<String, Object>> rows = TrlJudges.compared(record).stream()
                .map(judgment -> row(record, judgment))
                .toList();
        return Emitted.rows(rows, Reasons.NO_CRITIQUE);
    }

    /** The label is the id of the better answer, so that votes in both orders can be compared. */
    private static Map<String, Object> row(FullRecord record, FullRecord.Judgment judgment) {
        return new Line()
                .with("item", record.pairId())
                .with("annotator", judgment.judge())
                .with("label", judgment.verdict().orElseThrow())
                .with("rationale", judgment.critique())
                .with("prompt", Messages.plain(record.prompt()))
                .with(
                        "first",
                        record.candidate(judgment.order().get(0)).orElseThrow().text())
                .with(
                        "second",
                        record.candidate(judgment.order().get(1)).orElseThrow().text())
                .with("first_id", judgment.order().get(0))
                .with("second_id", judgment.order().get(1))
                .made();
    }
}
