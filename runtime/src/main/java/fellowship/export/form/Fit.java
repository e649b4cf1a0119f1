package fellowship.export.form;

import fellowship.export.record.FullRecord;
import fellowship.export.record.Said;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Why a record cannot be a row: the first of several reasons, or none. */
final class Fit {

    private Fit() {}

    @SafeVarargs
    static Optional<String> first(Supplier<Optional<String>>... reasons) {
        for (Supplier<Optional<String>> reason : reasons) {
            Optional<String> found = reason.get();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<String> unless(boolean fits, String reason) {
        return fits ? Optional.empty() : Optional.of(reason);
    }

    /** Two different answers that are there, to a prompt that can be answered. */
    static Optional<String> pair(FullRecord record) {
        if (record.chosen().isEmpty() || record.rejected().isEmpty()) {
            return Optional.of(Reasons.NO_DECISION);
        }
        List<Said> chosen = record.chosen().orElseThrow().messages();
        List<Said> rejected = record.rejected().orElseThrow().messages();
        return first(
                () -> answerable(record),
                () -> unless(said(chosen) && said(rejected), Reasons.EMPTY),
                () -> unless(!same(chosen, rejected), Reasons.EQUAL_TEXTS));
    }

    /** The prompt is there and ends with a turn that waits for an answer. */
    static Optional<String> answerable(FullRecord record) {
        if (record.turns().isEmpty()) {
            return Optional.of(Reasons.NO_PROMPT);
        }
        Said last = record.turns().get(record.turns().size() - 1);
        return unless(last.by(Said.USER) || last.by(Said.TOOL), Reasons.PROMPT_ANSWERED);
    }

    /** Whether the answer says or does something at its end. */
    static boolean said(List<Said> answer) {
        if (answer.isEmpty()) {
            return false;
        }
        Said last = answer.get(answer.size() - 1);
        return last.by(Said.ASSISTANT)
                && (!last.content().isBlank() || !last.calls().isEmpty());
    }

    private static boolean same(List<Said> one, List<Said> other) {
        return one.size() == other.size()
                && one.stream()
                        .map(said -> said.content().strip())
                        .toList()
                        .equals(other.stream()
                                .map(said -> said.content().strip())
                                .toList())
                && one.stream()
                        .map(Said::calls)
                        .toList()
                        .equals(other.stream().map(Said::calls).toList());
    }

    /** One user turn, and at most a system turn before it. */
    static Optional<String> singleTurn(FullRecord record) {
        return unless(record.turns().size() == 1, Reasons.SEVERAL_TURNS);
    }

    /** Each answer is one turn that calls nothing. */
    static Optional<String> plainAnswers(FullRecord record) {
        boolean plain = record.chosen().stream().allMatch(Fit::plain)
                && record.rejected().stream().allMatch(Fit::plain);
        return unless(plain, Reasons.TOOLS_LOST);
    }

    static boolean plain(FullRecord.Candidate candidate) {
        return candidate.messages().size() == 1
                && candidate.messages().get(0).calls().isEmpty();
    }

    /** Nothing in the prompt is of or for tools. */
    static Optional<String> toolless(FullRecord record) {
        boolean free = record.tools().isEmpty()
                && record.prompt().stream().allMatch(said -> said.calls().isEmpty() && !said.by(Said.TOOL));
        return unless(free, Reasons.TOOLS_LOST);
    }

    static Optional<String> pictureless(FullRecord record) {
        return unless(record.images().isEmpty(), Reasons.PICTURES_LOST);
    }

    /** As many marks as pictures, or none. */
    static Optional<String> marks(FullRecord record) {
        int marks = marked(record);
        return unless(marks == record.images().size() || marks == 0, Reasons.PICTURE_MARKS);
    }

    static int marked(FullRecord record) {
        return record.prompt().stream().mapToInt(Said::pictures).sum();
    }

    /** Users and tools, and assistants, in turn; users begin. */
    static Optional<String> alternating(List<Said> turns) {
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).by(Said.ASSISTANT) == (i % 2 == 0)) {
                return Optional.of(Reasons.NOT_ALTERNATING);
            }
        }
        return Optional.empty();
    }

    /** How much better the chosen answer is: as decided, else the difference of the two scores, else the judges' mean difference. */
    static OptionalDouble margin(FullRecord record) {
        OptionalDouble decided =
                record.decision().map(FullRecord.Decision::margin).orElse(OptionalDouble.empty());
        if (decided.isPresent()) {
            return decided;
        }
        OptionalDouble good = record.chosen().map(FullRecord.Candidate::score).orElse(OptionalDouble.empty());
        OptionalDouble bad = record.rejected().map(FullRecord.Candidate::score).orElse(OptionalDouble.empty());
        return good.isPresent() && bad.isPresent()
                ? OptionalDouble.of(good.getAsDouble() - bad.getAsDouble())
                : record.decision().map(FullRecord.Decision::strength).orElse(OptionalDouble.empty());
    }

    static Optional<String> hasMargin(FullRecord record) {
        return unless(margin(record).isPresent(), Reasons.NO_MARGIN);
    }
}
