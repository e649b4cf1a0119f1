package fellowship.row;

import java.util.List;

/**
 * The settled outcome of the judgments on two candidates.
 *
 * @param by the judge's name
 * @param first the candidate that stands first in the row
 * @param second the other one
 * @param outcome who won
 * @param margin by how much on the judge's scale, 0 or more; 1 for a choice without scores, 0 for a tie
 * @param flipped whether the judge's two orders disagreed on the winner
 * @param judgments what was said, in the order it was asked
 */
public record Verdict(
        String by,
        Draft first,
        Draft second,
        Outcome outcome,
        double margin,
        boolean flipped,
        List<Judgment> judgments) {

    public Verdict {
        judgments = List.copyOf(judgments);
    }

    public boolean tie() {
        return outcome == Outcome.TIE;
    }

    /** Whether one of the two won. */
    public boolean decided() {
        return outcome == Outcome.FIRST || outcome == Outcome.SECOND;
    }

    /** @throws IllegalStateException when nobody won */
    public Draft winner() {
        return switch (outcome) {
            case FIRST -> first;
            case SECOND -> second;
            case TIE, UNDECIDED -> throw new IllegalStateException("a " + outcome + " has no winner");
        };
    }

    /** @throws IllegalStateException when nobody won */
    public Draft loser() {
        return winner() == first ? second : first;
    }
}
