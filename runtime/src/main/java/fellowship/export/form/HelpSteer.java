package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * As HelpSteer2 and HelpSteer3 (Wang et al., 2024 and 2025): a column of scores for each attribute, here each judge; or two
 * responses with a preference from -3 (the first is much better) to 3. Ties are left out, since readers of zero disagree.
 */
final class HelpSteer {

    private static final String NAME = "helpsteer";
    private static final int STRONGEST = 3;

    private HelpSteer() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "attributes",
                        "prompt, response, and a score for each judge",
                        HelpSteer::attributeFields,
                        HelpSteer::attributes),
                Form.of(
                        NAME,
                        "strength",
                        "context, two responses, overall_preference from -3 to 3",
                        s -> List.of(
                                Messages.plainField("context"),
                                Field.text("response1"),
                                Field.text("response2"),
                                Field.whole("overall_preference")),
                        (record, s) -> strength(record)));
    }

    private static List<Field> attributeFields(Survey survey) {
        List<Field> all = new ArrayList<>(Trl.texts("prompt", "response"));
        survey.judges().forEach(judge -> all.add(Field.decimal(judge)));
        return all;
    }

    private static Emitted attributes(FullRecord record, Survey survey) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FullRecord.Candidate candidate : record.candidates()) {
            Line line =
                    new Line().with("prompt", JudgePrompts.instruction(record)).with("response", candidate.text());
            boolean all = !survey.judges().isEmpty();
            for (String judge : survey.judges()) {
                OptionalDouble score = score(record, judge, candidate.id());
                all &= score.isPresent();
                line.with(judge, score.orElse(0));
            }
            if (all) {
                rows.add(line.made());
            }
        }
        return record.question().isEmpty() ? new Emitted.Left(Reasons.NO_PROMPT) : Emitted.rows(rows, Reasons.NO_SCORE);
    }

    /** The mean of what that judge gave. */
    static OptionalDouble score(FullRecord record, String judge, String candidate) {
        return record.judgments().stream()
                .filter(judgment -> judgment.judge().equals(judge) && judgment.only(candidate))
                .map(judgment -> judgment.score(candidate))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    /** The votes for and against, from all readable judgments, spread over three strengths; one vote is the strongest. */
    private static Emitted strength(FullRecord record) {
        if (Fit.pair(record).isPresent() || Fit.plainAnswers(record).isPresent()) {
            return new Emitted.Left(Fit.pair(record).orElse(Reasons.TOOLS_LOST));
        }
        FullRecord.Decision decision = record.decision().orElseThrow();
        long votes = TrlJudges.compared(record).size();
        long forChosen = count(record, decision.chosen()) - count(record, decision.rejected());
        long strength = votes == 0 ? STRONGEST : Math.max(1, Math.round((double) STRONGEST * forChosen / votes));
        boolean chosenFirst = before(decision.chosen(), decision.rejected());
        return new Line()
                .with("context", Messages.plain(record.prompt()))
                .with(
                        "response1",
                        record.candidate(chosenFirst ? decision.chosen() : decision.rejected())
                                .orElseThrow()
                                .text())
                .with(
                        "response2",
                        record.candidate(chosenFirst ? decision.rejected() : decision.chosen())
                                .orElseThrow()
                                .text())
                .with("overall_preference", chosenFirst ? -strength : strength)
                .row();
    }

    private static long count(FullRecord record, String candidate) {
        return TrlJudges.compared(record).stream()
                .filter(one -> one.verdict().orElseThrow().equals(candidate))
                .count();
    }

    /** In the order of their ids, so that the better one stands now first, now second. */
    private static boolean before(String one, String other) {
        return one.compareTo(other) < 0;
    }
}
