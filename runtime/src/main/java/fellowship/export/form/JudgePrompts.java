package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How a judge or reviewer is asked, and what it replies, where a run did not keep the words. */
final class JudgePrompts {

    private JudgePrompts() {}

    static List<Said> asked(FullRecord record, FullRecord.Judgment judgment) {
        return judgment.asked().isEmpty()
                ? review(record, record.candidate(judgment.order().get(0)).orElseThrow())
                : judgment.asked();
    }

    static String critique(FullRecord.Judgment judgment) {
        return judgment.reply().isEmpty() ? written(judgment) : judgment.reply();
    }

    static List<Said> review(FullRecord record, FullRecord.Candidate candidate) {
        return List.of(
                Said.user("Review the answer to the instruction. Say what is good and what is not, then give a rating."
                        + "\n\nInstruction:\n" + instruction(record) + "\n\nAnswer:\n" + candidate.text()));
    }

    /** The critique and, after it, its rating. */
    static String written(FullRecord.Judgment judgment) {
        OptionalDouble rating = judgment.score(judgment.order().get(0));
        return judgment.critique() + (rating.isPresent() ? "\n\nRating: " + number(rating.getAsDouble()) : "");
    }

    static List<Said> compare(FullRecord record, List<String> order) {
        return List.of(Said.user(
                "Which answer to the instruction is better, A or B? Give your reasons, then the verdict: A, B or tie."
                        + "\n\nInstruction:\n" + instruction(record)
                        + "\n\nAnswer A:\n"
                        + record.candidate(order.get(0)).orElseThrow().text()
                        + "\n\nAnswer B:\n"
                        + record.candidate(order.get(1)).orElseThrow().text()));
    }

    static String verdict(FullRecord.Judgment judgment) {
        String reasons = judgment.critique().isBlank() ? "" : judgment.critique() + "\n\n";
        return reasons + "Verdict: " + letter(judgment);
    }

    /** {@code A} and {@code B} in the order the judge saw, or {@code tie}. */
    static String letter(FullRecord.Judgment judgment) {
        String verdict = judgment.verdict().orElseThrow();
        return verdict.equals(FullRecord.Judgment.TIE)
                ? "tie"
                : verdict.equals(judgment.order().get(0)) ? "A" : "B";
    }

    /** The question; a longer conversation with its speakers. */
    static String instruction(FullRecord record) {
        if (record.turns().size() == 1) {
            return record.question();
        }
        StringBuilder text = new StringBuilder();
        record.turns().forEach(said -> text.append(text.isEmpty() ? "" : "\n\n")
                .append(said.role().substring(0, 1).toUpperCase(Locale.ROOT))
                .append(said.role().substring(1))
                .append(": ")
                .append(said.content()));
        return text.toString();
    }

    /** Without a fraction of zero. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
