package fellowship.tally;

/**
 * How a judge ranked.
 *
 * @param name the judge's
 * @param rows how many it ranked
 * @param sameBest of the rows of which two rankings or more could be read, those whose rankings all have the same best draft
 */
public record RankFigures(String name, long rows, Share sameBest) {}
