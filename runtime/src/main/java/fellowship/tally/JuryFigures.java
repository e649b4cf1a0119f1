package fellowship.tally;

import java.util.List;

/**
 * How a jury did.
 *
 * @param name the jury's
 * @param jurors in the order of the script
 * @param verdicts what it came to
 * @param dissent of the votes that could be read, those that say something else than the verdict
 * @param sparedSettled of the places on the jury, over all pairs, those not asked since nothing could change any more
 * @param sparedFamily of the same, those not asked since an answer was of their own model family
 * @param callsSaved calls that these jurors would at least have taken
 * @param agreement among its jurors
 */
public record JuryFigures(
        String name,
        List<String> jurors,
        VoteCounts verdicts,
        Share dissent,
        Share sparedSettled,
        Share sparedFamily,
        long callsSaved,
        Together agreement) {

    public JuryFigures {
        jurors = List.copyOf(jurors);
    }

    /**
     * How far voices say the same.
     *
     * @param alpha Krippendorff's, nominal
     * @param effective how many independent votes theirs are worth
     */
    public record Together(Estimate alpha, Estimate effective) {}
}
