package fellowship.simulation;

import java.util.Locale;
import org.apache.commons.numbers.gamma.Erfc;

/** A synthetic judge: its settings, and what they make likely. */
record Juror(
        String name,
        String family,
        double position,
        double length,
        double self,
        double noise,
        double correlation,
        double tie,
        double unreadable) {

    static Juror fair(String name, double noise) {
        return new Juror(name, "judge", 0, 0, 0, noise, 0, 0, 0);
    }

    String reference(double plain) {
        return String.format(
                Locale.ROOT,
                "synthetic:position=%s,length=%s,self=%s,noise=%s,correlation=%s,tie=%s,unreadable=%s,plain=%s,family=%s#%s",
                position,
                length,
                self,
                noise,
                correlation,
                tie,
                unreadable,
                plain,
                family,
                name);
    }

    /** Its utility of the first candidate over the second without position and without what is drawn for each call. */
    double leaning(Population.Pair pair) {
        return pair.quality()
                + length * pair.length()
                + self * kinship(pair)
                + noise * Math.sqrt(correlation) * pair.noise();
    }

    private int kinship(Population.Pair pair) {
        return (pair.first().equals(family) ? 1 : 0) - (pair.second().equals(family) ? 1 : 0);
    }

    /** First, second, tie, in the row's order. */
    double[] said(Population.Pair pair, boolean swapped) {
        double mean = leaning(pair) + (swapped ? -position : position);
        double own = noise * Math.sqrt(1 - correlation);
        double first = cumulative((mean - tie) / own);
        double second = cumulative((-mean - tie) / own);
        return new double[] {first, second, 1 - first - second};
    }

    /** The vote of both orders where only what both say counts; given that both can be read. */
    double[] consistent(Population.Pair pair) {
        double[] straight = said(pair, false);
        double[] swapped = said(pair, true);
        double first = straight[0] * swapped[0];
        double second = straight[1] * swapped[1];
        return new double[] {first, second, 1 - first - second};
    }

    /** One order, either with the same probability. */
    double[] drawn(Population.Pair pair) {
        double[] straight = said(pair, false);
        double[] swapped = said(pair, true);
        double[] mean = new double[3];
        java.util.Arrays.setAll(mean, i -> (straight[i] + swapped[i]) / 2);
        return mean;
    }

    /** How often a judgment cannot be read: neither at first nor after its repair turn. */
    double unread() {
        return unreadable * unreadable;
    }

    static double cumulative(double z) {
        return 0.5 * Erfc.value(-z / Math.sqrt(2));
    }
}
