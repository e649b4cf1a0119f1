package fellowship.dataset;

import java.util.Optional;

/**
 * The pairs of one data set.
 *
 * @param pairs how many
 * @param margin differences of scores, on the scale they were scored on; absent when no pair has one
 * @param longer pairs whose chosen answer has more characters
 * @param shorter pairs whose chosen answer has fewer
 */
public record PairFacts(long pairs, Optional<Spread> margin, long longer, long shorter) {}
