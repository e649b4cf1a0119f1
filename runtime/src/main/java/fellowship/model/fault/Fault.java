package fellowship.model.fault;

import fellowship.chat.Reaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of the fault table.
 *
 * @param number as in the documentation, 1 to 80; 0 for what that list does not name
 * @param seen what a provider does
 * @param kind where it shows
 * @param handling what is done about it first
 * @param then what is done about it in the end, where that did not help
 * @param byCaller whether a change of the request is up to whoever asked, since it may cost more; else the wire makes it
 * @param reason the reason code, as reject files and reports show it
 * @param tries most tries of a call in all, where a few tell as much as many
 * @param matches how it is known; any of them will do. Empty where {@code by} deals with it
 * @param says what happened, for a person
 * @param remedy what to do about it, for a person
 * @param by who deals with it, where it is not this table
 * @param note what else there is to know; may be empty
 */
public record Fault(
        int number,
        String seen,
        FaultClass kind,
        Handling handling,
        Optional<Handling> then,
        boolean byCaller,
        String reason,
        OptionalInt tries,
        List<Match> matches,
        String says,
        String remedy,
        String by,
        String note) {

    public Fault {
        matches = List.copyOf(matches);
    }

    /**
     * What a call that failed so asks for; absent where a call does not fail for it. A change that the wire makes has been
     * made by then, or could not be.
     */
    public Optional<Reaction> reaction() {
        return handling == Handling.FIX && !byCaller ? then.flatMap(Handling::reaction) : handling.reaction();
    }

    /** How closely this row fits: the conditions of its closest match, 0 when none fits. */
    int fit(FaultFacts facts) {
        int best = 0;
        for (Match match : matches) {
            if (match.conditions() > best && match.fits(facts)) {
                best = match.conditions();
            }
        }
        return best;
    }
}
