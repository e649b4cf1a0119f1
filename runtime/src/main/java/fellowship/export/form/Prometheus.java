package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Feedback as Prometheus learns it (Kim et al., "Prometheus 2", 2024): it ends with {@code [RESULT]} and a whole score, or
 * with {@code A} or {@code B}.
 */
final class Prometheus {

    private static final String NAME = "prometheus";

    private Prometheus() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "absolute",
                        "feedback on one answer, ending in [RESULT] and a whole score",
                        s -> Trl.texts(
                                "orig_instruction",
                                "orig_response",
                                "orig_reference_answer",
                                "orig_criteria",
                                "orig_feedback",
                                "orig_score",
                                "output"),
                        (record, s) -> absolute(record)),
                Form.of(
                        NAME,
                        "relative",
                        "feedback on two answers, ending in [RESULT] and A or B",
                        s -> Trl.texts(
                                "orig_instruction",
                                "orig_response_A",
                                "orig_response_B",
                                "orig_reference_answer",
                                "orig_criteria",
                                "orig_feedback",
                                "orig_preference",
                                "output"),
                        (record, s) -> relative(record)));
    }

    private static String reference(FullRecord record) {
        return record.reference().isEmpty()
                ? ""
                : record.reference().get(record.reference().size() - 1).content();
    }

    private static Emitted absolute(FullRecord record) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FullRecord.Judgment judgment : TrlJudges.said(record)) {
            FullRecord.Candidate candidate =
                    record.candidate(judgment.order().get(0)).orElseThrow();
            OptionalDouble score = judgment.score(candidate.id());
            if (score.isPresent() && score.getAsDouble() == Math.rint(score.getAsDouble())) {
                String whole = JudgePrompts.number(score.getAsDouble());
                rows.add(new Line()
                        .with("orig_instruction", JudgePrompts.instruction(record))
                        .with("orig_response", candidate.text())
                        .with("orig_reference_answer", reference(record))
                        .with("orig_criteria", judgment.judge())
                        .with("orig_feedback", judgment.critique())
                        .with("orig_score", whole)
                        .with("output", judgment.critique() + " [RESULT] " + whole)
                        .made());
            }
        }
        return record.question().isEmpty() ? new Emitted.Left(Reasons.NO_PROMPT) : Emitted.rows(rows, Reasons.NO_SCORE);
    }

    private static Emitted relative(FullRecord record) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FullRecord.Judgment judgment : TrlJudges.compared(record)) {
            String letter = JudgePrompts.letter(judgment);
            if (letter.length() == 1) {
                rows.add(new Line()
                        .with("orig_instruction", JudgePrompts.instruction(record))
                        .with(
                                "orig_response_A",
                                record.candidate(judgment.order().get(0))
                                        .orElseThrow()
                                        .text())
                        .with(
                                "orig_response_B",
                                record.candidate(judgment.order().get(1))
                                        .orElseThrow()
                                        .text())
                        .with("orig_reference_answer", reference(record))
                        .with("orig_criteria", judgment.judge())
                        .with("orig_feedback", judgment.critique())
                        .with("orig_preference", letter)
                        .with("output", judgment.critique() + " [RESULT] " + letter)
                        .made());
            }
        }
        return record.question().isEmpty()
                ? new Emitted.Left(Reasons.NO_PROMPT)
                : Emitted.rows(rows, Reasons.NO_CRITIQUE);
    }
}
