package fellowship.tally;

import java.util.List;

/**
 * How far each two of several voices agree on the same pairs or drafts.
 *
 * @param measure {@code κ} of votes, {@code r} of scores
 * @param voices in the order in which they first spoke
 * @param cells one for each two
 */
public record PairwiseFigures(String measure, List<String> voices, List<Cell> cells) {

    /** Below so many items, κ says little. */
    public static final int FEW = 30;

    public PairwiseFigures {
        voices = List.copyOf(voices);
        cells = List.copyOf(cells);
    }

    /**
     * Two voices.
     *
     * @param same of the items that both judged, those on which they say the same
     * @param agreement beyond chance
     */
    public record Cell(String one, String other, Share same, Estimate agreement) {

        /** Whether there are too few items to rely on it. */
        public boolean few() {
            return agreement.items() < FEW;
        }
    }
}
