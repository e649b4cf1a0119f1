package fellowship.stats;

import java.util.Optional;

/**
 * How two lists of numbers go together, from −1 to 1. Absent for fewer than two pairs, and where one list is all equal:
 * what does not vary cannot go along with anything.
 */
public final class Correlation {

    private Correlation() {}

    /** Pearson's r: of the numbers themselves. */
    public static Measure pearson(double[] first, double[] second) {
        Optional<String> unfit = unfit(first, second);
        if (unfit.isPresent()) {
            return Measure.absent(unfit.get());
        }
        // Scaled to 1 at most, so that squares neither overflow nor vanish.
        double[] a = centred(first);
        double[] b = centred(second);
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squares += a[i] * a[i];
            others += b[i] * b[i];
        }
        double r = product / (Math.sqrt(squares) * Math.sqrt(others));
        return Measure.of(Math.max(-1, Math.min(1, r)));
    }

    /** Spearman's ρ: Pearson's r of the ranks, equal numbers sharing the mean of theirs. */
    public static Measure spearman(double[] first, double[] second) {
        return pearson(Ranks.of(first), Ranks.of(second));
    }

    /**
     * Kendall's τ-b: pairs of items in the same order less those in opposite order, over the geometric mean of the pairs
     * that are not tied on one side and on the other. Kendall (1945), Biometrika 33, 239–251; counted by merging, in
     * n log n steps: Knight (1966), Journal of the American Statistical Association 61, 436–439.
     */
    public static Measure kendall(double[] first, double[] second) {
        return unfit(first, second)
                .map(Measure::absent)
                .orElseGet(() -> Measure.of(new Concordance(first, second).tau()));
    }

    /**
     * For Pearson's r, by Fisher's transformation: tanh(atanh r ± z / √(n − 3)). Absent for fewer than four pairs; at r of
     * −1 or 1 it has no width. Fisher (1921), Metron 1, 3–32.
     */
    public static Optional<Interval> fisher(double r, int n, double level) {
        if (n < 4) {
            return Optional.empty();
        }
        if (Math.abs(r) >= 1) {
            return Optional.of(new Interval(r, r));
        }
        double middle = 0.5 * Math.log((1 + r) / (1 - r));
        double half = Normal.twoSided(level) / Math.sqrt(n - 3.0);
        return Optional.of(new Interval(Math.tanh(middle - half), Math.tanh(middle + half)));
    }

    private static Optional<String> unfit(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "there are " + first.length + " numbers on one side and " + second.length + " on the other");
        }
        if (first.length < 2) {
            return Optional.of("there are fewer than two pairs");
        }
        return constant(first) || constant(second) ? Optional.of("one side is always the same") : Optional.empty();
    }

    static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static double[] centred(double[] values) {
        double mean = Means.of(values);
        double[] centred = new double[values.length];
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
            most = Math.max(most, Math.abs(centred[i]));
        }
        for (int i = 0; i < centred.length; i++) {
            centred[i] /= most;
        }
        return centred;
    }
}
