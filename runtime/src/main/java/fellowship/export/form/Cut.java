package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Contrastive unlikelihood training (Xu et al., "Reasons to Reject? Aligning Language Models with Judgments", 2023): what was
 * asked, what was answered, what was said of it. Its good answers have a null judgment; here they have an empty one, since a
 * column of nulls and texts does not load.
 */
final class Cut {

    private Cut() {}

    static List<Form> forms() {
        return List.of(Form.of(
                "cut",
                "critique",
                "CUT: instruction, output, judgment; an empty judgment is a good answer's",
                s -> List.of(
                        Field.text("id"),
                        Field.text("instruction"),
                        Field.text("input"),
                        Field.text("output"),
                        Field.text("judgment"),
                        Field.text("revised"),
                        Field.decimal("score")),
                (record, s) -> emit(record)));
    }

    private static Emitted emit(FullRecord record) {
        if (record.question().isEmpty()) {
            return new Emitted.Left(Reasons.NO_PROMPT);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FullRecord.Judgment judgment : TrlJudges.said(record)) {
            FullRecord.Candidate candidate =
                    record.candidate(judgment.order().get(0)).orElseThrow();
            boolean good = record.decision()
                    .map(made -> made.chosen().equals(candidate.id()))
                    .orElse(false);
            OptionalDouble score = judgment.score(candidate.id());
            if (score.isPresent() && Fit.said(candidate.messages())) {
                rows.add(new Line()
                        .with("id", record.pairId() + "-" + candidate.id() + "-" + judgment.judge())
                        .with("instruction", JudgePrompts.instruction(record))
                        .with("input", "")
                        .with("output", candidate.text())
                        .with("judgment", good ? "" : judgment.critique())
                        .with("revised", judgment.revised())
                        .with("score", score.getAsDouble())
                        .made());
            }
        }
        return Emitted.rows(rows, Reasons.NO_CRITIQUE);
    }
}
