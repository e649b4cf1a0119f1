package fellowship.stats;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
final class Normal {

    private static final double ROOT_TWO = Math.sqrt(2);

    private Normal() {}

    /** The probability of a value up to {@code z}. */
    static double cumulative(double z) {
        return 0.5 * Erfc.value(-z / ROOT_TWO);
    }

    /** The value below which the share {@code p} lies; infinite at 0 and 1. */
    static double quantile(double p) {
        return -ROOT_TWO * InverseErfc.value(2 * p);
    }

    /** Standard errors on each side of a two-sided interval: 1.96 for 0.95. */
    static double twoSided(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level is between 0 and 1, not " + level);
        }
        return quantile(0.5 + level / 2);
    }
}
