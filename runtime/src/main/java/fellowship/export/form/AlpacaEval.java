package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.List;
import java.util.Map;

/** Outputs as {@code alpaca_eval} takes them: one row an answer. */
final class AlpacaEval {

    private AlpacaEval() {}

    static List<Form> forms() {
        return List.of(Form.of(
                "alpaca-eval",
                "outputs",
                "instruction, output, generator: one row an answer",
                s -> Trl.texts("instruction", "output", "generator"),
                (record, s) -> emit(record)));
    }

    private static Emitted emit(FullRecord record) {
        List<Map<String, Object>> rows = record.candidates().stream()
                .filter(candidate -> Fit.said(candidate.messages()))
                .map(candidate -> new Line()
                        .with("instruction", JudgePrompts.instruction(record))
                        .with("output", candidate.text())
                        .with("generator", candidate.model())
                        .made())
                .toList();
        return record.question().isEmpty() ? new Emitted.Left(Reasons.NO_PROMPT) : Emitted.rows(rows, Reasons.EMPTY);
    }
}
