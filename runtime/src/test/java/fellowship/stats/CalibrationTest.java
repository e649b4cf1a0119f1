package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fellowship.stats.Calibration.Bins;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final double[] said = {0.1, 0.4, 0.6, 0.9};
    private final boolean[] came = {false, true, false, true};

    @Test
    void brierIsTheMeanSquaredMiss() {
        // (0.01 + 0.36 + 0.36 + 0.01) / 4.
        assertThat(value(Calibration.brier(said, came))).isCloseTo(0.185, within(1e-15));
    }

    @Test
    void errorsAreBetweenForecastAndShareByBins() {
        // Halves: {0.1, 0.4}: mean 0.25, share 1/2; {0.6, 0.9}: 0.75 and 1/2. ECE = 1/4 in both ways.
        assertThat(value(Calibration.error(said, came, Bins.EQUAL_WIDTH, 2))).isCloseTo(0.25, within(1e-15));
        assertThat(value(Calibration.error(said, came, Bins.EQUAL_MASS, 2))).isCloseTo(0.25, within(1e-15));
        // One bin: mean 0.5, share 1/2.
        assertThat(value(Calibration.error(said, came, Bins.EQUAL_WIDTH, 1))).isCloseTo(0, within(1e-15));
    }

    @Test
    void bordersBelongToTheBinAbove() {
        // 0.5 is in the upper half with 1.0: mean 0.75, share 1/2 → 1/4; 0 alone is right.
        assertThat(value(Calibration.error(
                        new double[] {0, 0.5, 1}, new boolean[] {false, false, true}, Bins.EQUAL_WIDTH, 2)))
                .isCloseTo(2 / 3.0 * 0.25, within(1e-15));
    }

    @Test
    void equalForecastsStayTogetherWhateverTheirOrder() {
        double[] equal = {0.5, 0.5, 0.5, 0.5};
        assertThat(value(Calibration.error(equal, new boolean[] {true, true, false, false}, Bins.EQUAL_MASS, 2)))
                .isZero();
        assertThat(value(Calibration.error(equal, new boolean[] {true, false, true, false}, Bins.EQUAL_MASS, 2)))
                .isZero();
    }

    @Test
    void aurocIsTheShareOfPairsInOrder() {
        // Pairs (0.4, 0.1), (0.9, 0.1), (0.9, 0.6) in order, (0.4, 0.6) not: 3/4.
        assertThat(value(Calibration.auroc(said, came))).isEqualTo(0.75);
        assertThat(value(Calibration.auroc(new double[] {0.5, 0.5}, new boolean[] {true, false})))
                .isEqualTo(0.5);
    }

    @Test
    void nothingForecastIsNothing() {
        double[] none = {};
        boolean[] never = {};
        assertThat(Calibration.brier(none, never).why()).isEqualTo("there are no forecasts");
        assertThat(Calibration.error(none, never, Bins.EQUAL_MASS, 5).why()).isEqualTo("there are no forecasts");
        assertThat(Calibration.auroc(none, never).why()).isEqualTo("there are no forecasts");
        assertThat(Calibration.auroc(new double[] {0.2, 0.3}, new boolean[] {true, true})
                        .why())
                .isEqualTo("all forecasts came to the same");
    }

    @Test
    void aForecastIsAProbability() {
        assertThatThrownBy(() -> Calibration.brier(new double[] {1.1}, new boolean[] {true}))
                .hasMessage("a forecast is from 0 to 1, not 1.1");
        assertThatThrownBy(() -> Calibration.brier(new double[] {Double.NaN}, new boolean[] {true}))
                .hasMessage("a forecast is from 0 to 1, not NaN");
        assertThatThrownBy(() -> Calibration.error(said, came, Bins.EQUAL_MASS, 0))
                .hasMessage("there is at least one bin, not 0");
    }

    private static double value(Measure measure) {
        return measure.value().getAsDouble();
    }
}
