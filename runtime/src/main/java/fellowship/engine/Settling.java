package fellowship.engine;

import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import fellowship.row.Verdict;
import java.util.List;

/**
 * Makes a verdict of one judge's judgments. Each judgment leans to the first or the second candidate by a number: the
 * difference of the scores, or 1 for a choice. The verdict follows the mean lean; where the two orders name different
 * winners, what the judge sees is the order, and the verdict is a tie marked as flipped.
 */
final class Settling {

    private Settling() {}

    static Verdict settle(String judge, Draft first, Draft second, List<Judgment> judgments) {
        double[] leans = judgments.stream().mapToDouble(Settling::lean).toArray();
        if (leans.length == 0) {
            return Verdict.of(judge, first, second, Outcome.UNDECIDED, 0, false, judgments);
        }
        boolean forFirst = false;
        boolean forSecond = false;
        double sum = 0;
        for (double lean : leans) {
            forFirst |= lean > 0;
            forSecond |= lean < 0;
            sum += lean;
        }
        boolean flipped = forFirst && forSecond;
        double mean = flipped ? 0 : sum / leans.length;
        Outcome outcome = mean > 0 ? Outcome.FIRST : mean < 0 ? Outcome.SECOND : Outcome.TIE;
        return Verdict.of(judge, first, second, outcome, Math.abs(mean), flipped, judgments);
    }

    /** Above 0 for the first candidate, below for the second. */
    private static double lean(Judgment judgment) {
        if (judgment.opinion() instanceof Judgment.Scores scores) {
            return scores.first() - scores.second();
        }
        if (judgment.opinion() instanceof Judgment.Choice choice) {
            return choice.outcome() == Outcome.FIRST ? 1 : choice.outcome() == Outcome.SECOND ? -1 : 0;
        }
        throw new IllegalArgumentException("not a judgment on two candidates: " + judgment.opinion());
    }
}
