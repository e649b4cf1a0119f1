package fellowship.stats;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Student's t distribution. */
final class Student {

    private static final double MOST = 1e9;

    private Student() {}

    /**
     * Standard errors on each side of a two-sided interval: 2.262 for 0.95 and 9 degrees of freedom. By bisection of the
     * tail I(ν / (ν + t²); ν / 2, 1 / 2), Abramowitz and Stegun 26.5.27.
     */
    static double twoSided(double level, int freedom) {
        double low = 0;
        double high = MOST;
        for (int round = 0; round < 200 && high - low > 1e-12 * high; round++) {
            double middle = (low + high) / 2;
            double outside = RegularizedBeta.value(freedom / (freedom + middle * middle), freedom / 2.0, 0.5);
            if (outside > 1 - level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
