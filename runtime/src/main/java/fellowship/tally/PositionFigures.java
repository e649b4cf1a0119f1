package fellowship.tally;

import java.util.List;

/**
 * What the place of a candidate does to a judge's judgments.
 *
 * @param consistent of the pairs seen in both orders, those that come to the same winner, or to a tie, both times
 * @param firstWins of the judgments that are no ties, those for the candidate that the judge saw first; one half without a
 *     bias
 * @param bins the same by how far the lengths of the two lie apart
 */
public record PositionFigures(Share consistent, Share firstWins, List<Bin> bins) {

    public PositionFigures {
        bins = List.copyOf(bins);
    }

    /**
     * Pairs of about one difference of lengths.
     *
     * @param from the difference over the longer length, from here
     * @param to up to here
     */
    public record Bin(double from, double to, Share consistent, Share firstWins) {}
}
