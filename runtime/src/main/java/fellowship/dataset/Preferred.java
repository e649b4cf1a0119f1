package fellowship.dataset;

import fellowship.chat.Finish;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Verdict;
import fellowship.text.PlainRefusal;
import java.util.OptionalDouble;

/** The pair a row holds, if a trainer may learn from it. */
final class Preferred {

    private static final String REFUSED = "refused-chosen";

    private Preferred() {}

    static Made<Preference> of(Row row) {
        Made<Preference> pair = row.preference()
                .<Made<Preference>>map(Made.Of::new)
                .or(() -> row.verdict().map(Preferred::decided))
                .orElseGet(() -> new Made.Not<>("no-answer"));
        return pair.then(Preferred::sound);
    }

    private static Made<Preference> decided(Verdict verdict) {
        if (verdict.tie()) {
            return new Made.Not<>(verdict.flipped() ? LabelTally.FLIPPED : LabelTally.TIE);
        }
        if (!verdict.decided()) {
            return new Made.Not<>(LabelTally.UNDECIDED);
        }
        return new Made.Of<>(new Preference(
                verdict.winner(), verdict.loser(), OptionalDouble.of(verdict.margin()), "verdict of " + verdict.by()));
    }

    private static Made<Preference> sound(Preference pair) {
        if (pair.is(Preference.Mark.TIE)) {
            return new Made.Not<>(LabelTally.TIE);
        }
        if (pair.rejected().text().isBlank()) {
            return new Made.Not<>("empty");
        }
        if (pair.chosen().text().strip().equals(pair.rejected().text().strip())) {
            return new Made.Not<>("equal-texts");
        }
        Made<Draft> good = good(pair.chosen());
        boolean kept = pair.is(Preference.Mark.REFUSAL_KEPT)
                && good instanceof Made.Not<Draft> not
                && not.reason().equals(REFUSED);
        return kept ? new Made.Of<>(pair) : good.then(chosen -> new Made.Of<>(pair));
    }

    /** An answer that may stand as an example: not empty, and whole. */
    static Made<Draft> good(Draft draft) {
        if (draft.text().isBlank()) {
            return new Made.Not<>("empty");
        }
        Finish finish = draft.reply().map(reply -> reply.completion().finish()).orElse(Finish.COMPLETE);
        return switch (finish) {
            case COMPLETE ->
                draft.reply().isPresent() && PlainRefusal.is(draft.text())
                        ? new Made.Not<>(REFUSED)
                        : new Made.Of<>(draft);
            case LENGTH -> new Made.Not<>("truncated-chosen");
            case FILTER -> new Made.Not<>("filtered-chosen");
            case REFUSAL -> new Made.Not<>(REFUSED);
            case UNKNOWN -> new Made.Not<>("unfinished-chosen");
        };
    }
}
