package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.Optional;

/** The one answer to learn from: the chosen one, else the only one, else the one with the highest score, of equals the first. */
final class Best {

    private Best() {}

    static Optional<FullRecord.Candidate> of(FullRecord record) {
        if (record.chosen().isPresent()) {
            return record.chosen();
        }
        if (record.candidates().size() == 1) {
            FullRecord.Candidate only = record.candidates().get(0);
            return only.label().orElse(true) ? Optional.of(only) : Optional.empty();
        }
        return record.candidates().stream()
                .filter(one -> one.score().isPresent())
                .reduce((one, other) ->
                        other.score().orElseThrow() > one.score().orElseThrow() ? other : one);
    }

    static Optional<String> unfit(FullRecord record) {
        return Fit.first(
                () -> Fit.answerable(record),
                () -> Fit.unless(of(record).isPresent(), Reasons.NO_DECISION),
                () -> Fit.unless(Fit.said(of(record).orElseThrow().messages()), Reasons.EMPTY));
    }
}
