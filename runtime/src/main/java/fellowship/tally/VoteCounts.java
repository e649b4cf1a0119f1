package fellowship.tally;

import fellowship.row.Outcome;

/**
 * How votes on pairs fell.
 *
 * @param first for the candidate that stands first in the row
 * @param second for the other
 * @param ties both equal, flips among them
 * @param undecided nothing could be read
 * @param flipped whose two orders named different winners
 */
public record VoteCounts(long first, long second, long ties, long undecided, long flipped) {

    public long total() {
        return first + second + ties + undecided;
    }

    /** Counts them. */
    static final class Counter {

        private final long[] outcomes = new long[Outcome.values().length];
        private long flipped;

        void add(Outcome outcome, boolean flip) {
            outcomes[outcome.ordinal()]++;
            flipped += flip ? 1 : 0;
        }

        VoteCounts counts() {
            return new VoteCounts(
                    outcomes[Outcome.FIRST.ordinal()],
                    outcomes[Outcome.SECOND.ordinal()],
                    outcomes[Outcome.TIE.ordinal()],
                    outcomes[Outcome.UNDECIDED.ordinal()],
                    flipped);
        }
    }
}
