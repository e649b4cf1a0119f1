package fellowship.row;

import java.util.Optional;

/**
 * What one judge said once.
 *
 * @param annotator the judge's name
 * @param opinion what it decided
 * @param swapped whether it saw the second candidate first
 * @param rationale its reasons, empty when it gave none
 * @param reply the raw material; absent for a person's judgment
 */
public record Judgment(String annotator, Opinion opinion, boolean swapped, String rationale, Optional<Reply> reply) {

    /** The forms a judgment takes. An unreadable one is a value of its own, never a number and never a tie. */
    public sealed interface Opinion {}

    /** One candidate on its own, on the judge's scale. */
    public record Score(double value) implements Opinion {}

    /** Both candidates on the judge's scale, in the row's order (not the order the judge saw). */
    public record Scores(double first, double second) implements Opinion {}

    /** One of two candidates, in the row's order; never {@link Outcome#UNDECIDED}. */
    public record Choice(Outcome outcome) implements Opinion {}

    /** Nothing could be read, after a repair turn. */
    public record Unreadable(String why) implements Opinion {}
}
