package fellowship.dsl;

import fellowship.row.Vote;
import java.util.Locale;

/** What one member of a comparison came to, as a script's closures see it: {@code it.votes.any { vote -> vote.flipped }}. */
public final class VoteView {

    private final Vote vote;

    public VoteView(Vote vote) {
        this.vote = vote;
    }

    /** Whose it is: a judge's name, or {@code judge as persona}. */
    public String getAnnotator() {
        return vote.annotator();
    }

    /** Whether it was given alone, before any talk. */
    public boolean isBlind() {
        return vote.stage() == Vote.Stage.BLIND;
    }

    /** Who should win: {@code first}, {@code second}, {@code tie} or {@code undecided}. */
    public String getOutcome() {
        return vote.outcome().name().toLowerCase(Locale.ROOT);
    }

    /** By how much, on the judge's scale, 0 or more; 1 where it chose without scores. */
    public double getMargin() {
        return vote.margin();
    }

    /** Whether its two orders named different winners. */
    public boolean isFlipped() {
        return vote.flipped();
    }
}
