package fellowship.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many independent votes the votes of annotators are worth who tend to say the same: n / (1 + (n − 1) r), where r is
 * the mean correlation over all pairs of annotators that have one, taken as 0 where it is below. From 1 (all say the same)
 * to n (independent). This is Kish's design effect for a mean of n equally correlated values: Kish (1965), Survey
 * Sampling, 5.4.
 *
 * <p>Absent for fewer than two annotators and where no pair has a correlation.
 */
public final class EffectiveVotes {

    private EffectiveVotes() {}

    /**
     * Of labels. Correlated is what a label shows: r = (p_o − p_e) / √((1 − Σ p²)(1 − Σ q²)), p and q the two annotators'
     * shares of the categories, p_o and p_e as in {@link Cohen}. It is Pearson's r over one column of zeros and ones a
     * category; with two categories, φ. Annotators who are right agree too, so that good ones seem dependent: where gold is
     * known, take their mistakes with {@link #ofNumbers}.
     */
    public static Measure ofLabels(Ratings<?> ratings) {
        return of(ratings, (a, b) -> labels(ratings, a, b));
    }

    /** Of numbers, by Pearson's r. With 1 for a mistake and 0 for none: of the mistakes. */
    public static Measure ofNumbers(Ratings<Double> ratings) {
        double[] values =
                ratings.categories().stream().mapToDouble(Double::doubleValue).toArray();
        return of(ratings, (a, b) -> numbers(ratings, values, a, b));
    }

    /** The formula itself. */
    public static double of(int votes, double meanCorrelation) {
        return votes / (1 + (votes - 1) * Math.max(0, meanCorrelation));
    }

    private interface Pairwise {
        Measure of(int first, int second);
    }

    private static Measure of(Ratings<?> ratings, Pairwise correlation) {
        int n = ratings.annotators().size();
        if (n < 2) {
            return Measure.absent("there are fewer than two annotators");
        }
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                correlation.of(i, j).value().ifPresent(found::add);
            }
        }
        return found.isEmpty()
                ? Measure.absent("no two annotators have a correlation")
                : Measure.of(of(
                        n,
                        found.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0)));
    }

    private static Measure labels(Ratings<?> ratings, int a, int b) {
        long[] first = new long[ratings.categories().size()];
        long[] second = new long[first.length];
        double n = 0;
        double agreeing = 0;
        for (int item = 0; item < ratings.items().size(); item++) {
            int one = ratings.code(item, a);
            int other = ratings.code(item, b);
            if (one >= 0 && other >= 0) {
                n++;
                agreeing += one == other ? 1 : 0;
                first[one]++;
                second[other]++;
            }
        }
        double chance = 0;
        double firstVaries = n * n;
        double secondVaries = n * n;
        for (int c = 0; c < first.length; c++) {
            chance += (double) first[c] * second[c];
            firstVaries -= (double) first[c] * first[c];
            secondVaries -= (double) second[c] * second[c];
        }
        return firstVaries == 0 || secondVaries == 0
                ? Measure.absent("one side is always the same")
                : Measure.of((agreeing * n - chance) / Math.sqrt(firstVaries * secondVaries));
    }

    private static Measure numbers(Ratings<Double> ratings, double[] values, int a, int b) {
        double[] first = new double[ratings.items().size()];
        double[] second = new double[first.length];
        int n = 0;
        for (int item = 0; item < first.length; item++) {
            int one = ratings.code(item, a);
            int other = ratings.code(item, b);
            if (one >= 0 && other >= 0) {
                first[n] = values[one];
                second[n++] = values[other];
            }
        }
        return Correlation.pearson(Arrays.copyOf(first, n), Arrays.copyOf(second, n));
    }
}
