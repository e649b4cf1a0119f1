package fellowship.dataset;

import fellowship.row.Preference;
import java.util.Arrays;
import java.util.Optional;

/** The pairs of one data set, counted. */
final class PairTally {

    private double[] margins = new double[64];
    private int scored;
    private long pairs;
    private long longer;
    private long shorter;

    void add(Preference pair) {
        pairs++;
        int difference = length(pair.chosen().text()) - length(pair.rejected().text());
        longer += difference > 0 ? 1 : 0;
        shorter += difference < 0 ? 1 : 0;
        pair.margin().ifPresent(this::add);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void add(double margin) {
        if (scored == margins.length) {
            margins = Arrays.copyOf(margins, Math.multiplyExact(scored, 2));
        }
        margins[scored++] = margin;
    }

    PairFacts facts() {
        double[] sorted = Arrays.copyOf(margins, scored);
        Arrays.sort(sorted);
        Optional<Spread> spread = scored == 0
                ? Optional.empty()
                : Optional.of(
                        new Spread(sorted[0], (sorted[(scored - 1) / 2] + sorted[scored / 2]) / 2, sorted[scored - 1]));
        return new PairFacts(pairs, spread, longer, shorter);
    }
}
