package fellowship.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * The win rate that would be there if both answers were equally long. A logistic model says how the outcome y (1 won, 0.5
 * tie, 0 lost) goes with the difference of lengths, P(win) = σ(a + b x), x = tanh(difference / standard deviation of the
 * differences); the length-controlled rate is σ(a), the model's answer at x = 0. The form of x is that of Dubois et al.
 * (2024), Length-Controlled AlpacaEval, arXiv 2404.04475, section 3, without its terms for instructions and models.
 *
 * <p>Where x alone tells wins from losses, or all outcomes are the same, the likelihood has no maximum; then a ridge of
 * (a² + b²) / 2 is taken off it, which pulls the rate toward one half, and {@link #ridge} says so.
 *
 * @param rate from 0 to 1, without both
 * @param perLength b: above 0 where the longer answer tends to win
 * @param ridge whether the ridge was needed
 */
public record LengthControlled(double rate, double perLength, boolean ridge) {

    private static final double LEAST_SPREAD = 0.01;

    /**
     * Fits the model.
     *
     * @param outcomes 1 for a win, 0.5 for a tie, 0 for a loss
     * @param differences our length less theirs, of the same comparisons, in any unit
     * @return nothing for fewer than two comparisons and where the differences are the same, or so near to each other that
     *     all x lie within a hundredth: then length cannot be told apart from the rest
     */
    public static Optional<LengthControlled> of(double[] outcomes, double[] differences) {
        if (outcomes.length != differences.length) {
            throw new IllegalArgumentException(
                    outcomes.length + " outcomes do not fit " + differences.length + " differences of length");
        }
        for (double outcome : outcomes) {
            if (outcome != 0 && outcome != 0.5 && outcome != 1) {
                throw new IllegalArgumentException("an outcome is 0, 0.5 or 1, not " + outcome);
            }
        }
        if (outcomes.length < 2 || Correlation.constant(differences)) {
            return Optional.empty();
        }
        double[] x = scaled(differences);
        double least = Arrays.stream(x).min().orElse(0);
        if (Arrays.stream(x).max().orElse(0) - least < LEAST_SPREAD) {
            return Optional.empty();
        }
        boolean ridge = separable(outcomes, x);
        double[] fit = fit(outcomes, x, ridge ? 1 : 0);
        return Optional.of(new LengthControlled(Logistic.share(fit[0]), fit[1], ridge));
    }

    private static double[] scaled(double[] differences) {
        double mean = Means.of(differences);
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        double deviation = Math.sqrt(squares / differences.length);
        double[] x = new double[differences.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.tanh(differences[i] / deviation);
        }
        return x;
    }

    /** Whether a bound on x has all (half) wins on one side and all (half) losses on the other. */
    private static boolean separable(double[] outcomes, double[] x) {
        double leastWon = Double.POSITIVE_INFINITY;
        double mostWon = Double.NEGATIVE_INFINITY;
        double leastLost = Double.POSITIVE_INFINITY;
        double mostLost = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (outcomes[i] > 0) {
                leastWon = Math.min(leastWon, x[i]);
                mostWon = Math.max(mostWon, x[i]);
            }
            if (outcomes[i] < 1) {
                leastLost = Math.min(leastLost, x[i]);
                mostLost = Math.max(mostLost, x[i]);
            }
        }
        return mostLost <= leastWon || mostWon <= leastLost;
    }

    private static double[] fit(double[] y, double[] x, double ridge) {
        return Logistic.maximum(
                2,
                at -> {
                    double sum = -ridge * (at[0] * at[0] + at[1] * at[1]) / 2;
                    for (int i = 0; i < y.length; i++) {
                        double logit = at[0] + at[1] * x[i];
                        sum += y[i] * logit - Logistic.softPlus(logit);
                    }
                    return sum;
                },
                (at, gradient, curvature) -> {
                    gradient[0] = -ridge * at[0];
                    gradient[1] = -ridge * at[1];
                    curvature[0][0] = ridge;
                    curvature[1][1] = ridge;
                    for (int i = 0; i < y.length; i++) {
                        double p = Logistic.share(at[0] + at[1] * x[i]);
                        double weight = p * (1 - p);
                        gradient[0] += y[i] - p;
                        gradient[1] += (y[i] - p) * x[i];
                        curvature[0][0] += weight;
                        curvature[1][0] += weight * x[i];
                        curvature[1][1] += weight * x[i] * x[i];
                    }
                    curvature[0][1] = curvature[1][0];
                });
    }
}
