package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fellowship.stats.WinRate.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WinRateTest {

    private final WinRate ten = new WinRate(5, 2, 3);

    @Test
    void theRuleForTiesMakesTheRate() {
        assertThat(ten.rate(Ties.LOST)).isEqualTo(Measure.of(5 / 10.0));
        assertThat(ten.rate(Ties.HALF)).isEqualTo(Measure.of(6 / 10.0));
        assertThat(ten.rate(Ties.DROPPED)).isEqualTo(Measure.of(5 / 8.0));
    }

    @Test
    void intervalsAreWilsons() {
        assertThat(ten.interval(Ties.LOST, 0.95)).contains(Wilson.of(5, 10));
        assertThat(ten.interval(Ties.DROPPED, 0.95)).contains(Wilson.of(5, 8));
    }

    /** The variance of 5 ones, 2 halves and 3 zeros is 0.19, not 0.24. */
    @Test
    void aHalfWinVariesLessThanAWholeOne() {
        Interval halves = ten.interval(Ties.HALF, 0.95).orElseThrow();
        Interval expected = Wilson.of(6, 10, 0.19 / 0.24, 0.95);
        assertThat(halves.low()).isCloseTo(expected.low(), within(1e-12));
        assertThat(halves.high()).isCloseTo(expected.high(), within(1e-12));
        assertThat(halves.high()).isLessThan(Wilson.of(6, 10).high());
    }

    @ParameterizedTest
    @EnumSource
    void nothingComparedIsNoRate(Ties rule) {
        assertThat(new WinRate(0, 0, 0).rate(rule).why()).isEqualTo("there are no comparisons that count");
        assertThat(new WinRate(0, 0, 0).interval(rule, 0.95)).isEmpty();
    }

    @Test
    void onlyTiesAreNothingWhereTiesAreDropped() {
        assertThat(new WinRate(0, 4, 0).rate(Ties.DROPPED).value()).isEmpty();
        assertThat(new WinRate(0, 4, 0).rate(Ties.HALF).value()).hasValue(0.5);
        assertThatThrownBy(() -> new WinRate(-1, 0, 0)).hasMessage("counts are 0 or more: -1, 0, 0");
    }

    /** The two roots of (p - hits/n)^2 = z^2 p (1 - p) / n, solved apart from this code. */
    @ParameterizedTest
    @CsvSource({
        "5,10,0.2365931,0.7634069",
        "0,10,0,0.2775328",
        "10,10,0.7224672,1",
        "1,1,0.2065493,1",
        "81,263,0.2552885,0.3662096"
    })
    void wilsonsIntervalIsTheScoreTestTurnedAround(long hits, long of, double low, double high) {
        assertThat(Wilson.of(hits, of).low()).isCloseTo(low, within(1e-6));
        assertThat(Wilson.of(hits, of).high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void aShareOfNothingIsRefused() {
        assertThatThrownBy(() -> Wilson.of(0, 0)).hasMessage("0 of 0 is no share");
        assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessage("3 of 2 is no share");
        assertThatThrownBy(() -> Wilson.of(1, 2, 1)).hasMessage("a level is between 0 and 1, not 1.0");
    }

    @Test
    void lengthThatDoesNotMatterLeavesTheRate() {
        // Won 3 of 4 at each of two differences that mirror each other: b = 0, σ(a) = 3/4.
        double[] outcomes = {1, 1, 1, 0, 1, 1, 1, 0};
        double[] differences = {5, 5, 5, 5, -5, -5, -5, -5};
        LengthControlled fit = LengthControlled.of(outcomes, differences).orElseThrow();
        assertThat(fit.rate()).isCloseTo(0.75, within(1e-12));
        assertThat(fit.perLength()).isCloseTo(0, within(1e-12));
        assertThat(fit.ridge()).isFalse();
    }

    @Test
    void winsByLengthAreTakenOut() {
        // x = ±tanh 1. At +: 3 of 4, so a + b x = ln 3; at −: 1 of 4, a − b x = −ln 3. a = 0: the rate is 1/2.
        double[] outcomes = {1, 1, 1, 0, 1, 0, 0, 0};
        double[] differences = {9, 9, 9, 9, -9, -9, -9, -9};
        LengthControlled fit = LengthControlled.of(outcomes, differences).orElseThrow();
        assertThat(fit.rate()).isCloseTo(0.5, within(1e-12));
        assertThat(fit.perLength()).isCloseTo(Math.log(3) / Math.tanh(1), within(1e-12));
    }

    @Test
    void whereLengthAloneTellsTheRidgeHolds() {
        LengthControlled apart = LengthControlled.of(new double[] {1, 1, 0, 0}, new double[] {1, 2, -1, -2})
                .orElseThrow();
        assertThat(apart.ridge()).isTrue();
        assertThat(apart.rate()).isCloseTo(0.5, within(1e-12));
        LengthControlled allWon = LengthControlled.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})
                .orElseThrow();
        assertThat(allWon.ridge()).isTrue();
        assertThat(allWon.rate()).isBetween(0.5, 1.0);
        // Ties count to both sides, so nothing is apart.
        assertThat(LengthControlled.of(new double[] {0.5, 0.5}, new double[] {1, 2})
                        .orElseThrow()
                        .rate())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whereAllDifferencesAreEqualLengthCannotBeTakenOut() {
        assertThat(LengthControlled.of(new double[] {1, 0}, new double[] {3, 3}))
                .isEmpty();
        assertThat(LengthControlled.of(new double[] {1}, new double[] {3})).isEmpty();
        assertThat(LengthControlled.of(new double[] {1, 0, 1}, new double[] {1000, 1001, 1000}))
                .isEmpty();
        assertThat(LengthControlled.of(new double[0], new double[0])).isEmpty();
        assertThatThrownBy(() -> LengthControlled.of(new double[] {2}, new double[] {1}))
                .hasMessage("an outcome is 0, 0.5 or 1, not 2.0");
    }
}
