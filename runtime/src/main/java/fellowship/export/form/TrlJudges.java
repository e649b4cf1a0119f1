package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What teaches reviewers and judges, in TRL's types. Where a run kept what was asked and replied, that is taken word for
 * word; else the question is put as {@link JudgePrompts} does.
 */
final class TrlJudges {

    private static final String NAME = "trl";

    private TrlJudges() {}

    static List<Form> forms() {
        return List.of(
                Form.of(
                        NAME,
                        "critique",
                        "SFT of reviewers: an answer is shown, the critique is the completion",
                        s -> completion(),
                        (record, s) -> critiques(record)),
                Form.of(
                        NAME,
                        "critique-preference",
                        "DPO of reviewers: the critique nearest to the panel's median rating against the farthest",
                        s -> pair(),
                        (record, s) -> critiquePairs(record)),
                Form.of(
                        NAME,
                        "judge",
                        "SFT of judges: two answers are shown, the completion ends with the verdict",
                        s -> completion(),
                        (record, s) -> judges(record)),
                Form.of(
                        NAME,
                        "judge-preference",
                        "DPO of judges: a judgment that agrees with the decision against one that does not, of the same order",
                        s -> pair(),
                        (record, s) -> judgePairs(record)));
    }

    private static List<Field> completion() {
        return List.of(Messages.plainField("prompt"), Messages.plainField("completion"));
    }

    private static List<Field> pair() {
        return List.of(Messages.plainField("prompt"), Messages.plainField("chosen"), Messages.plainField("rejected"));
    }

    private static Map<String, Object> row(List<Said> prompt, String completion) {
        return new Line()
                .with("prompt", Messages.plain(prompt))
                .with("completion", Messages.plain(List.of(Said.assistant(completion))))
                .made();
    }

    private static Map<String, Object> row(List<Said> prompt, String chosen, String rejected) {
        return new Line()
                .with("prompt", Messages.plain(prompt))
                .with("chosen", Messages.plain(List.of(Said.assistant(chosen))))
                .with("rejected", Messages.plain(List.of(Said.assistant(rejected))))
                .made();
    }

    /** Critiques of one answer each. */
    static List<FullRecord.Judgment> said(FullRecord record) {
        return record.judgments().stream()
                .filter(judgment -> judgment.order().size() == 1)
                .filter(judgment ->
                        !judgment.critique().isBlank() || !judgment.reply().isBlank())
                .filter(judgment -> record.candidate(judgment.order().get(0)).isPresent())
                .toList();
    }

    private static Emitted critiques(FullRecord record) {
        List<Map<String, Object>> rows = said(record).stream()
                .filter(judgment ->
                        !judgment.asked().isEmpty() || !record.question().isEmpty())
                .map(judgment -> row(JudgePrompts.asked(record, judgment), JudgePrompts.critique(judgment)))
                .toList();
        return Emitted.rows(rows, Reasons.NO_CRITIQUE);
    }

    /** With three ratings or more, so that there is a middle; of equally far ones the first. */
    private static Emitted critiquePairs(FullRecord record) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FullRecord.Candidate candidate : record.candidates()) {
            List<FullRecord.Judgment> rated = said(record).stream()
                    .filter(judgment -> judgment.only(candidate.id()))
                    .filter(judgment -> judgment.score(candidate.id()).isPresent())
                    .toList();
            if (rated.size() >= 3 && !record.question().isEmpty()) {
                double[] ratings = rated.stream()
                        .mapToDouble(one -> one.score(candidate.id()).orElseThrow())
                        .sorted()
                        .toArray();
                double median = (ratings[(ratings.length - 1) / 2] + ratings[ratings.length / 2]) / 2;
                Comparator<FullRecord.Judgment> far = Comparator.comparingDouble(
                        one -> Math.abs(one.score(candidate.id()).orElseThrow() - median));
                FullRecord.Judgment near = rated.stream().min(far).orElseThrow();
                FullRecord.Judgment wide = rated.stream()
                        .reduce((one, other) -> far.compare(other, one) > 0 ? other : one)
                        .orElseThrow();
                if (far.compare(wide, near) > 0) {
                    rows.add(row(
                            JudgePrompts.review(record, candidate),
                            JudgePrompts.written(near),
                            JudgePrompts.written(wide)));
                }
            }
        }
        return Emitted.rows(rows, Reasons.NO_DISSENT);
    }

    /** Judgments of two answers that came to a verdict. */
    static List<FullRecord.Judgment> compared(FullRecord record) {
        return record.judgments().stream()
                .filter(judgment ->
                        judgment.order().size() == 2 && judgment.verdict().isPresent())
                .filter(judgment -> judgment.order().stream()
                        .allMatch(id -> record.candidate(id).isPresent()))
                .toList();
    }

    private static Emitted judges(FullRecord record) {
        List<Map<String, Object>> rows = compared(record).stream()
                .map(judgment -> row(JudgePrompts.compare(record, judgment.order()), JudgePrompts.verdict(judgment)))
                .toList();
        return Fit.answerable(record)
                .<Emitted>map(Emitted.Left::new)
                .orElseGet(() -> Emitted.rows(rows, Reasons.NO_CRITIQUE));
    }

    private static Emitted judgePairs(FullRecord record) {
        if (record.decision().isEmpty()) {
            return new Emitted.Left(Reasons.NO_DECISION);
        }
        String right = record.decision().orElseThrow().chosen();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<FullRecord.Judgment> wrong = new ArrayList<>(compared(record));
        wrong.removeIf(judgment -> judgment.verdict().orElseThrow().equals(right));
        for (FullRecord.Judgment against : wrong) {
            Optional<FullRecord.Judgment> agreeing = compared(record).stream()
                    .filter(judgment -> judgment.order().equals(against.order()))
                    .filter(judgment -> judgment.verdict().orElseThrow().equals(right))
                    .findFirst();
            agreeing.ifPresent(judgment -> rows.add(row(
                    JudgePrompts.compare(record, against.order()),
                    JudgePrompts.verdict(judgment),
                    JudgePrompts.verdict(against))));
        }
        return Emitted.rows(rows, Reasons.NO_DISSENT);
    }
}
