package fellowship.row;

import java.util.List;

/**
 * The settled outcome of the judgments on two candidates.
 *
 * @param by the annotator's name: a judge, a jury, a debate, or {@code people}
 * @param first the candidate that stands first in the row
 * @param second the other one
 * @param outcome who won
 * @param margin by how much, 0 or more: on the judge's scale where scores were settled, 1 for a lone choice, the share of
 *     votes between winner and loser for a jury; 0 for a tie
 * @param flipped whether the two orders disagreed on the winner
 * @param judgments what was said, in the order it was asked
 * @param votes what each member came to, in the order of the script; blind ones first
 * @param turns of a debate, in order; else empty
 * @param spared jurors that were not asked, since they could not change the verdict or judge their own family
 * @param plants worthless answers that the judges were tried with
 */
public record Verdict(
        String by,
        Draft first,
        Draft second,
        Outcome outcome,
        double margin,
        boolean flipped,
        List<Judgment> judgments,
        List<Vote> votes,
        List<Turn> turns,
        List<Spared> spared,
        List<Plant> plants) {

    /** Who decided, when it was a person. */
    public static final String PEOPLE = "people";

    public Verdict {
        judgments = List.copyOf(judgments);
        votes = List.copyOf(votes);
        turns = List.copyOf(turns);
        spared = List.copyOf(spared);
        plants = List.copyOf(plants);
    }

    /** The verdict of one judge. */
    public static Verdict of(
            String by,
            Draft first,
            Draft second,
            Outcome outcome,
            double margin,
            boolean flipped,
            List<Judgment> judgments) {
        Vote vote = new Vote(by, Vote.Stage.BLIND, outcome, margin, flipped);
        return new Verdict(
                by, first, second, outcome, margin, flipped, judgments, List.of(vote), List.of(), List.of(), List.of());
    }

    /**
     * A juror that was not asked.
     *
     * @param juror the judge's name
     * @param why {@link #SETTLED} or {@link #OWN_FAMILY}
     */
    public record Spared(String juror, String why) {

        /** The verdict could not change any more. */
        public static final String SETTLED = "settled";

        /** A candidate was written by a model of its family. */
        public static final String OWN_FAMILY = "own-family";
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
