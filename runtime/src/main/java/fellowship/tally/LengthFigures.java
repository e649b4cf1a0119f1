package fellowship.tally;

/**
 * What a voice's votes have to do with length.
 *
 * @param longerWins of the votes for one of two candidates that are not equally long, those for the longer one; this is
 *     also how often the rule "pick the longer" agrees with the voice
 * @param gap the winner's length less the loser's, in characters, on the mean
 */
public record LengthFigures(Share longerWins, Estimate gap) {}
