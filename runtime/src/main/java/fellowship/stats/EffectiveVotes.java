package fellowship.stats;

import java.util.ArrayList;
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
        return of(ratings, EffectiveVotes::labels);
    }

    /** Of numbers, by Pearson's r. With 1 for a mistake and 0 for none: of the mistakes. */
    public static Measure ofNumbers(Ratings<Double> ratings) {
        return of(
                ratings,
                pair -> Correlation.pearson(
                        pair.first().stream().mapToDouble(Double::doubleValue).toArray(),
                        pair.second().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The formula itself. */
    public static double of(int votes, double meanCorrelation) {
        return votes / (1 + (votes - 1) * Math.max(0, meanCorrelation));
    }

    private interface Pairwise<T> {
        Measure of(Ratings.Paired<T> pair);
    }

    private static <T extends Comparable<? super T>> Measure of(Ratings<T> ratings, Pairwise<T> correlation) {
        int n = ratings.annotators().size();
        if (n < 2) {
            return Measure.absent("there are fewer than two annotators");
        }
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                correlation.of(ratings.pair(i, j)).value().ifPresent(found::add);
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

    private static <T extends Comparable<? super T>> Measure labels(Ratings.Paired<T> pair) {
        Confusion<T> confusion = Confusion.of(pair);
        double n = confusion.total();
        double chance = 0;
        double first = 1;
        double second = 1;
        for (int i = 0; i < confusion.categories().size(); i++) {
            double p = confusion.firstTotal(i) / n;
            double q = confusion.secondTotal(i) / n;
            chance += p * q;
            first -= p * p;
            second -= q * q;
        }
        if (n < 2 || first <= 1e-15 || second <= 1e-15) {
            return Measure.absent("one side is always the same");
        }
        return Measure.of((confusion.agreeing() / n - chance) / Math.sqrt(first * second));
    }
}
