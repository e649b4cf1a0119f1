package fellowship.dataset;

import fellowship.row.Preference;
import java.util.ArrayList;
import java.util.List;

/** Figures of a data set's pairs that say how far they can be trusted. Owned by the thread that writes. */
final class PairFigures {

    private final List<Double> margins = new ArrayList<>();
    private long pairs;
    private long longer;
    private long lengthDifference;

    void add(Preference pair) {
        pairs++;
        pair.margin().ifPresent(margins::add);
        int difference = pair.chosen().text().length() - pair.rejected().text().length();
        lengthDifference += difference;
        if (difference > 0) {
            longer++;
        }
    }

    long pairs() {
        return pairs;
    }

    /** Least, median and greatest margin; empty without pairs. The median of an even number is the lower one. */
    List<Double> margins() {
        if (margins.isEmpty()) {
            return List.of();
        }
        List<Double> sorted = margins.stream().sorted().toList();
        return List.of(sorted.get(0), sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
    }

    long longer() {
        return longer;
    }

    /** Mean of chosen length less rejected length, in characters; 0 without pairs. */
    double meanLengthDifference() {
        return pairs == 0 ? 0 : (double) lengthDifference / pairs;
    }

    /**
     * Wilson's 95 % interval for a share (Wilson 1927): the values that {@code hits} of {@code n} does not contradict.
     *
     * @return lower and upper bound, 0 to 1; 0 and 1 when n is 0
     */
    static double[] wilson(long hits, long n) {
        if (n == 0) {
            return new double[] {0, 1};
        }
        double z = 1.959963984540054;
        double p = (double) hits / n;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }
}
