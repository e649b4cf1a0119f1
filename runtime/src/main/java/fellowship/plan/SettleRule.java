package fellowship.plan;

/** How a jury's votes become a verdict. The names are the words of scripts. Votes that could not be read never count. */
public enum SettleRule {
    /** What most jurors say; where two outcomes have most votes, a tie. */
    majority,
    /** The candidate with the higher mean score. */
    meanScore,
    /** The candidate with the higher median score. */
    medianScore,
    /** What has the greatest sum of given weights; where two have it, a tie. */
    weighted,
    /** As weighted, with weights that jurors earn by how often they win as writers (PRD, arXiv 2307.02762). */
    peerRank,
    /** The likeliest outcome given how reliable each juror proves over all rows (Dawid and Skene 1979, by EM). */
    dawidSkene,
    /** What all jurors say; where they differ, undecided. */
    unanimous;

    /** Whether votes of other rows decide with this row's, so that rows settle only when all are judged. */
    public boolean learns() {
        return this == peerRank || this == dawidSkene;
    }

    /** Whether scores are settled, and not outcomes. */
    public boolean scores() {
        return this == meanScore || this == medianScore;
    }
}
