package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {

    private final double[] one = {1, 2, 3, 4};
    private final double[] other = {1, 3, 2, 4};

    @Test
    void pearsonByHand() {
        // Deviations ±1.5, ±0.5; products 2.25 − 0.25 − 0.25 + 2.25 = 4; squares 5 and 5.
        assertThat(value(Correlation.pearson(one, other))).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void spearmanIsPearsonOfRanksWithTiesShared() {
        // Ranks of 10, 20, 20, 90: 1, 2.5, 2.5, 4. Products with 1..4: 2.25 + 0 + 0 + 2.25; squares 5 and 4.5.
        assertThat(value(Correlation.spearman(one, new double[] {10, 20, 20, 90})))
                .isCloseTo(4.5 / Math.sqrt(22.5), within(1e-15));
        assertThat(value(Correlation.spearman(one, new double[] {1, 10, 100, 1000})))
                .isEqualTo(1);
    }

    @Test
    void kendallCountsPairs() {
        // 6 pairs, one the wrong way: (5 − 1) / 6.
        assertThat(value(Correlation.kendall(one, other))).isCloseTo(4 / 6.0, within(1e-15));
        // One pair tied on the second side: 5 in order, none against: 5 / √(6 · 5).
        assertThat(value(Correlation.kendall(one, new double[] {1, 2, 2, 3})))
                .isCloseTo(5 / Math.sqrt(30), within(1e-15));
        // Tied on both sides at once: of 3 pairs 2 are left on each side, both in order.
        assertThat(value(Correlation.kendall(new double[] {1, 1, 2}, new double[] {5, 5, 6})))
                .isEqualTo(1);
        assertThat(value(Correlation.kendall(one, new double[] {4, 3, 2, 1}))).isEqualTo(-1);
    }

    @Test
    void whatDoesNotVaryHasNoCorrelation() {
        double[] same = {2, 2, 2, 2};
        for (Measure measure : new Measure[] {
            Correlation.pearson(one, same), Correlation.spearman(same, one), Correlation.kendall(one, same)
        }) {
            assertThat(measure).isEqualTo(Measure.absent("one side is always the same"));
        }
    }

    @Test
    void fewerThanTwoPairsHaveNone() {
        assertThat(Correlation.pearson(new double[0], new double[0]).why()).isEqualTo("there are fewer than two pairs");
        assertThat(Correlation.kendall(new double[] {1}, new double[] {1}).value())
                .isEmpty();
        assertThatThrownBy(() -> Correlation.pearson(one, new double[] {1}))
                .hasMessage("there are 4 numbers on one side and 1 on the other");
    }

    @Test
    void greatNumbersDoNotOverflow() {
        assertThat(value(Correlation.pearson(new double[] {1e200, 2e200, 3e200}, one3())))
                .isCloseTo(1, within(1e-15));
        assertThat(value(Correlation.pearson(new double[] {1e-200, 2e-200, 3e-200}, one3())))
                .isCloseTo(1, within(1e-15));
    }

    private static double[] one3() {
        return new double[] {1, 2, 3};
    }

    @Test
    void fishersIntervalIsWiderOnTheSideOfZero() {
        // atanh 0.8 = ln 3, n = 28: ln 3 ± 1.96 / 5; tanh x = (e^2x − 1) / (e^2x + 1), and e^2·ln 3 = 9.
        double q = Math.exp(2 * 1.959963984540054 / 5);
        Interval interval = Correlation.fisher(0.8, 28, 0.95).orElseThrow();
        assertThat(interval.low()).isCloseTo((9 / q - 1) / (9 / q + 1), within(1e-12));
        assertThat(interval.high()).isCloseTo((9 * q - 1) / (9 * q + 1), within(1e-12));
    }

    @Test
    void fisherNeedsFourPairs() {
        assertThat(Correlation.fisher(0.5, 3, 0.95)).isEmpty();
        assertThat(Correlation.fisher(1, 9, 0.95)).contains(new Interval(1, 1));
    }

    private static double value(Measure measure) {
        return measure.value().getAsDouble();
    }
}
