package fellowship.stats;

import static fellowship.stats.Tables.confusion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.stats.Cohen.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CohenTest {

    /** 10 items: both a 4, both b 3, a/b 1, b/a 2. */
    private final Confusion<String> ten = confusion("aa", "aa", "aa", "aa", "bb", "bb", "bb", "ab", "ba", "ba");

    @Test
    void agreementIsTheShareOfEqualLabels() {
        assertThat(ten.agreement()).isEqualTo(Measure.of(0.7));
        assertThat(ten.count(0, 1)).isEqualTo(1);
        assertThat(ten.count(1, 0)).isEqualTo(2);
    }

    @Test
    void kappaIsAgreementBeyondChance() {
        // First says a 5 of 10, second 6 of 10: p_e = 0.5 · 0.6 + 0.5 · 0.4 = 0.5; κ = (0.7 − 0.5) / 0.5 = 2/5.
        assertThat(Cohen.kappa(ten, Weights.PLAIN).value().getAsDouble()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void withTwoCategoriesAllWeightsAreTheSame() {
        assertThat(Cohen.kappa(ten, Weights.LINEAR)).isEqualTo(Cohen.kappa(ten, Weights.PLAIN));
        assertThat(Cohen.kappa(ten, Weights.QUADRATIC)).isEqualTo(Cohen.kappa(ten, Weights.PLAIN));
    }

    @Test
    void weightsGoByDistance() {
        // Rows: a/a, b/b, c/c, a/b, a/c. First: a 3, b 1, c 1; second: a 1, b 2, c 2 (of 5).
        Confusion<String> five = confusion("aa", "bb", "cc", "ab", "ac");
        // Linear: p_o = (3 + 1/2) / 5 = 7/10. p_e = [a: 3·(1 + 2/2) + b: 1·(1/2 + 2 + 2/2) + c: 1·(2/2 + 2)] / 25
        // = (6 + 3.5 + 3) / 25 = 1/2. κ = (7/10 − 1/2) / (1/2) = 2/5.
        assertThat(Cohen.kappa(five, Weights.LINEAR).value().getAsDouble()).isCloseTo(0.4, within(1e-15));
        // Quadratic: p_o = (3 + 3/4) / 5 = 3/4. p_e = [3·(1 + 1.5) + (0.75 + 2 + 1.5) + (1.5 + 2)] / 25 = 15.25 / 25.
        // κ = (0.75 − 0.61) / 0.39 = 14/39.
        assertThat(Cohen.kappa(five, Weights.QUADRATIC).value().getAsDouble()).isCloseTo(14 / 39.0, within(1e-15));
        // Plain: p_o = 3/5, p_e = (3·1 + 1·2 + 1·2) / 25 = 7/25; κ = 8/18.
        assertThat(Cohen.kappa(five, Weights.PLAIN).value().getAsDouble()).isCloseTo(8 / 18.0, within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void wholeAgreementIsOneAndItsIntervalHasNoWidth(Weights weights) {
        Confusion<String> same = confusion("aa", "bb", "cc");
        assertThat(Cohen.kappa(same, weights).value()).hasValue(1);
        assertThat(Cohen.interval(same, weights, 0.95)).contains(new Interval(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void nothingGivesNothing(Weights weights) {
        assertThat(Cohen.kappa(confusion("a.", ".b"), weights)).isEqualTo(Measure.absent("no item has both"));
        assertThat(Cohen.interval(confusion("a.", ".b"), weights, 0.95)).isEmpty();
        assertThat(confusion("a.", ".b").agreement()).isEqualTo(Measure.absent("no item has both"));
    }

    @Test
    void whereBothAlwaysSayTheSameThereIsNoKappa() {
        assertThat(Cohen.kappa(confusion("aa", "aa"), Weights.PLAIN).why())
                .isEqualTo("both always say a, so agreement by chance would be whole too");
    }

    @Test
    void whereOneAlwaysSaysTheSameKappaIsChance() {
        // p_o = 1/2 = p_e.
        assertThat(Cohen.kappa(confusion("aa", "ab"), Weights.PLAIN).value()).hasValue(0);
        assertThat(Cohen.kappa(confusion("ab"), Weights.PLAIN).value()).hasValue(0);
    }

    @Test
    void fullDisagreementIsBelowChance() {
        // p_o = 0, p_e = 1/2.
        assertThat(Cohen.kappa(confusion("ab", "ba"), Weights.PLAIN).value()).hasValue(-1);
    }

    @Test
    void theIntervalFollowsTheNonNullStandardError() {
        // Fleiss, Cohen, Everitt with κ = 0.4, p_e = 0.5, n = 10; means r_i + c_j of the first's and second's shares
        // swapped: aa 0.6+0.5, ab 0.6+0.5 … worked for plain weights as Σ p_ij (w_ij − (q_i + p_j)(1 − κ))²:
        // aa 0.4·(1 − 1.1·0.6)² + bb 0.3·(1 − 0.9·0.6)² + ab 0.1·(1.1... see the sum below.
        double aa = 0.4 * Math.pow(1 - (0.6 + 0.5) * 0.6, 2);
        double bb = 0.3 * Math.pow(1 - (0.4 + 0.5) * 0.6, 2);
        double ab = 0.1 * Math.pow((0.6 + 0.5) * 0.6, 2);
        double ba = 0.2 * Math.pow((0.4 + 0.5) * 0.6, 2);
        double variance = (aa + bb + ab + ba - Math.pow(0.4 - 0.5 * 0.6, 2)) / (10 * 0.25);
        Interval interval = Cohen.interval(ten, Weights.PLAIN, 0.95).orElseThrow();
        assertThat((interval.high() - interval.low()) / 2)
                .isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-12));
    }
}
