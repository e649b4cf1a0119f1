package fellowship.stats;

import java.util.List;
import java.util.Optional;

/**
 * True labels and annotators' habits found together, without gold: how often each annotator says one category where the
 * truth is another, and how likely each category is for each item. By expectation–maximisation from the shares of votes;
 * the same table gives the same result.
 *
 * <p>Every count of an annotator has {@code smoothing} added, so that nothing is impossible and nothing divides by 0; an
 * annotator without ratings says every category equally often. Items without ratings have the priors. Dawid and Skene
 * (1979), Applied Statistics 28, 20–28.
 *
 * @param <T> labels or numbers
 * @param categories as in the ratings
 * @param priors how often each category is true; they sum to 1
 * @param says annotator, true category, said category: how often; the last sums to 1
 * @param posteriors item, category: how likely it is true; the last sums to 1
 * @param rounds how many were made
 * @param converged whether the last round moved no posterior by more than 10⁻¹⁰
 */
public record DawidSkene<T>(
        List<T> categories, double[] priors, double[][][] says, double[][] posteriors, int rounds, boolean converged) {

    /** What is usually added: a hundredth of a rating. */
    public static final double SMOOTHING = 0.01;

    private static final double BOUND = 1e-10;

    /**
     * Fits all.
     *
     * @param smoothing above 0
     * @param most rounds at most, 1 or more
     * @return nothing where there are no ratings
     */
    public static <T extends Comparable<? super T>> Optional<DawidSkene<T>> of(
            Ratings<T> ratings, double smoothing, int most) {
        if (!(smoothing > 0) || most < 1) {
            throw new IllegalArgumentException(
                    "smoothing is above 0 and rounds are 1 or more, not " + smoothing + " and " + most);
        }
        return ratings.categories().isEmpty() || ratings.present() == 0
                ? Optional.empty()
                : Optional.of(fit(ratings, smoothing, most));
    }

    /** The likeliest category of an item; absent where two are equally likely, to 10⁻⁹. */
    public Optional<T> label(int item) {
        int best = 0;
        for (int c = 1; c < categories.size(); c++) {
            best = posteriors[item][c] > posteriors[item][best] ? c : best;
        }
        for (int c = 0; c < categories.size(); c++) {
            if (c != best && posteriors[item][best] - posteriors[item][c] < 1e-9) {
                return Optional.empty();
            }
        }
        return Optional.of(categories.get(best));
    }

    /** How likely an annotator is right: Σ prior · how often it says what is true. From 0 to 1. */
    public double accuracy(int annotator) {
        double sum = 0;
        for (int c = 0; c < priors.length; c++) {
            sum += priors[c] * says[annotator][c][c];
        }
        return sum;
    }

    private static <T extends Comparable<? super T>> DawidSkene<T> fit(Ratings<T> ratings, double smoothing, int most) {
        double[][] posteriors = votes(ratings);
        double[] priors = new double[0];
        double[][][] says = new double[0][][];
        int round = 0;
        boolean still = false;
        while (round < most && !still) {
            round++;
            priors = priors(posteriors);
            says = says(ratings, posteriors, smoothing);
            double[][] next = posteriors(ratings, priors, says);
            still = moved(posteriors, next) <= BOUND;
            posteriors = next;
        }
        return new DawidSkene<>(ratings.categories(), priors, says, posteriors, round, still);
    }

    private static double[][] votes(Ratings<?> ratings) {
        int[][] counts = ratings.counts();
        double[][] shares = new double[counts.length][ratings.categories().size()];
        for (int i = 0; i < counts.length; i++) {
            double n = 0;
            for (int count : counts[i]) {
                n += count;
            }
            for (int c = 0; c < counts[i].length; c++) {
                shares[i][c] = n == 0 ? 1.0 / counts[i].length : counts[i][c] / n;
            }
        }
        return shares;
    }

    private static double[] priors(double[][] posteriors) {
        double[] priors = new double[posteriors[0].length];
        for (double[] item : posteriors) {
            for (int c = 0; c < priors.length; c++) {
                priors[c] += item[c] / posteriors.length;
            }
        }
        return priors;
    }

    private static double[][][] says(Ratings<?> ratings, double[][] posteriors, double smoothing) {
        int k = posteriors[0].length;
        double[][][] says = new double[ratings.annotators().size()][k][k];
        for (int a = 0; a < says.length; a++) {
            for (int c = 0; c < k; c++) {
                java.util.Arrays.fill(says[a][c], smoothing);
                double sum = smoothing * k;
                for (int i = 0; i < posteriors.length; i++) {
                    int said = ratings.code(i, a);
                    if (said >= 0) {
                        says[a][c][said] += posteriors[i][c];
                        sum += posteriors[i][c];
                    }
                }
                for (int said = 0; said < k; said++) {
                    says[a][c][said] /= sum;
                }
            }
        }
        return says;
    }

    /** In logarithms, since many annotators make small products. */
    private static double[][] posteriors(Ratings<?> ratings, double[] priors, double[][][] says) {
        double[][] posteriors = new double[ratings.items().size()][priors.length];
        for (int i = 0; i < posteriors.length; i++) {
            double top = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < priors.length; c++) {
                double log = Math.log(priors[c]);
                for (int a = 0; a < says.length; a++) {
                    int said = ratings.code(i, a);
                    log += said < 0 ? 0 : Math.log(says[a][c][said]);
                }
                posteriors[i][c] = log;
                top = Math.max(top, log);
            }
            double sum = 0;
            for (int c = 0; c < priors.length; c++) {
                posteriors[i][c] = Math.exp(posteriors[i][c] - top);
                sum += posteriors[i][c];
            }
            for (int c = 0; c < priors.length; c++) {
                posteriors[i][c] /= sum;
            }
        }
        return posteriors;
    }

    private static double moved(double[][] from, double[][] to) {
        double most = 0;
        for (int i = 0; i < from.length; i++) {
            for (int c = 0; c < from[i].length; c++) {
                most = Math.max(most, Math.abs(from[i][c] - to[i][c]));
            }
        }
        return most;
    }
}
