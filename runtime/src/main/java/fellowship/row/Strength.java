package fellowship.row;

import java.util.OptionalDouble;

/**
 * How sure it is that the chosen answer is the better one, from an ensemble of those who judged both (Secrets of RLHF II,
 * arXiv 2401.06080, section 2.1: mean and standard deviation of the score differences).
 *
 * @param mean of the differences chosen minus rejected, on the judges' scale; of plain votes 1, 0 for a tie, -1. Below 0
 *     where the ensemble is against the label
 * @param deviation their standard deviation over the ensemble (divided by its size), 0 or more; 0 for one opinion
 * @param opinions how many there are, 1 or more
 * @param share of opinions for the chosen answer, a tie counting half, 0 to 1
 * @param probability that the chosen answer is better, 0 to 1: from the judges' own token probabilities where they told some,
 *     of plain votes their share, of scores the logistic function of the mean
 * @param measured whether the probability is from token probabilities
 */
public record Strength(
        double mean, double deviation, int opinions, double share, double probability, boolean measured) {

    /** The same label seen from the other side. */
    public Strength flipped() {
        return new Strength(0.0 - mean, deviation, opinions, 1 - share, 1 - probability, measured);
    }

    /**
     * Of differences chosen minus rejected.
     *
     * @param votes whether these are plain votes, not scores
     * @param told the mean probability by the judges' tokens, if they told some
     * @throws IllegalArgumentException without any
     */
    public static Strength of(double[] differences, boolean votes, OptionalDouble told) {
        if (differences.length == 0) {
            throw new IllegalArgumentException("a strength needs an opinion");
        }
        double mean = 0;
        double share = 0;
        for (double difference : differences) {
            mean += difference / differences.length;
            share += (difference > 0 ? 1 : difference < 0 ? 0 : 0.5) / differences.length;
        }
        double variance = 0;
        for (double difference : differences) {
            variance += (difference - mean) * (difference - mean) / differences.length;
        }
        double guessed = votes ? share : 1 / (1 + Math.exp(-mean));
        return new Strength(
                mean, Math.sqrt(variance), differences.length, share, told.orElse(guessed), told.isPresent());
    }
}
