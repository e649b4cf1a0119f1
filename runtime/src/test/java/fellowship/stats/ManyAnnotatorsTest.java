package fellowship.stats;

import static fellowship.stats.Tables.labels;
import static fellowship.stats.Tables.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManyAnnotatorsTest {

    @Test
    void fleissCountsAgreeingPairs() {
        // P_i: aaa 1, aab 1/3, bbb 1, abb 1/3: P̄ = 2/3. Shares: a 6/12, b 6/12: P_e = 1/2. κ = (2/3 − 1/2) / (1/2) =
        // 1/3.
        Ratings<String> four = labels("aaa", "aab", "bbb", "abb");
        assertThat(Fleiss.agreement(four).value().getAsDouble()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(Fleiss.kappa(four).value().getAsDouble()).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void anItemWithOneRatingTellsFleissNothing() {
        Ratings<String> four = labels("aaa", "aab", "bbb", "abb", "a..", "...");
        assertThat(Fleiss.kappa(four).value().getAsDouble()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(Fleiss.items(four)).isEqualTo(4);
    }

    @Test
    void whereRatingsAreMissingItemsStillCountTheSame() {
        // P_i: ab. 0, aaa 1: P̄ = 1/2. Shares: a (1/2 + 1) / 2 = 3/4, b 1/4: P_e = 10/16. κ = (1/2 − 5/8) / (3/8) =
        // −1/3.
        assertThat(Fleiss.kappa(labels("ab.", "aaa")).value().getAsDouble()).isCloseTo(-1 / 3.0, within(1e-15));
    }

    @Test
    void fleissHasNoKappaOfNothingOrOfOneCategory() {
        assertThat(Fleiss.kappa(labels("a.", ".a")).why()).isEqualTo("no item has two ratings");
        assertThat(Fleiss.agreement(labels("a.")).why()).isEqualTo("no item has two ratings");
        assertThat(Fleiss.kappa(labels("aa", "aa")).why())
                .isEqualTo("all ratings are the same, so agreement by chance would be whole too");
        // A category that only lone ratings have is none.
        assertThat(Fleiss.kappa(labels("aa", "b.")).value()).isEmpty();
        assertThat(Fleiss.agreement(labels("aa", "aa")).value()).hasValue(1);
    }

    @Test
    void alphaOfLabelsByHand() {
        // Together: aa, ab, bb of two annotators each: o_ab = o_ba = 1, n = 6, n_a = n_b = 3.
        // D_o = 2, D_e = 2 · 3 · 3 / 5 = 18/5: α = 1 − 2 / (18/5) = 4/9.
        assertThat(alpha(labels("aa", "ab", "bb"), Dimension.NOMINAL)).isCloseTo(4 / 9.0, within(1e-15));
    }

    @Test
    void alphaOfNumbersByHand() {
        // Pairs 1 2, 3 3, 5 3: n = 6; n_1 = 1, n_2 = 1, n_3 = 3, n_5 = 1. D_o = 2·1 + 2·4 = 10 (both directions).
        // D_e = 2/5 · [1·1·1 (1,2) + 1·3·4 (1,3) + 1·1·16 (1,5) + 1·3·1 (2,3) + 1·1·9 (2,5) + 3·1·4 (3,5)] = 2/5 · 53.
        Ratings<Double> three = numbers("12", "33", "53");
        assertThat(alpha(three, Dimension.INTERVAL)).isCloseTo(1 - 10 / (106 / 5.0), within(1e-15));
        // Ratio: (c − k)² / (c + k)²: (1,2) 1/9, (1,3) 1/4, (1,5) 4/9, (2,3) 1/25, (2,5) 9/49, (3,5) 1/16.
        double observed = 2 * (1 / 9.0 + 1 / 16.0);
        double expected = 2 / 5.0 * (1 / 9.0 + 3 / 4.0 + 4 / 9.0 + 3 / 25.0 + 9 / 49.0 + 3 / 16.0);
        assertThat(alpha(three, Dimension.RATIO)).isCloseTo(1 - observed / expected, within(1e-14));
        // Ordinal: places in order: 1 at 0.5, 2 at 1.5, 3 at 3.5, 5 at 5.5. (1,2) 1, (1,3) 9, (1,5) 25, (2,3) 4,
        // (2,5) 16, (3,5) 4. D_o = 2·1 + 2·4 = 10; D_e = 2/5 · (1 + 27 + 25 + 12 + 16 + 12) = 186/5.
        assertThat(alpha(three, Dimension.ORDINAL)).isCloseTo(1 - 10 / (186 / 5.0), within(1e-15));
    }

    @Test
    void alphaLeavesOutItemsWithOneValue() {
        assertThat(alpha(labels("aa", "ab", "bb", "c.", ".."), Dimension.NOMINAL))
                .isCloseTo(4 / 9.0, within(1e-15));
        assertThat(alpha(numbers("12", "33", "53", "9."), Dimension.ORDINAL))
                .isCloseTo(1 - 10 / (186 / 5.0), within(1e-15));
    }

    @ParameterizedTest
    @EnumSource
    void alphaOfNothingOrOfOneValueIsAbsent(Dimension dimension) {
        assertThat(Krippendorff.alpha(numbers("1.", ".2"), dimension).why()).isEqualTo("no item has two values");
        assertThat(Krippendorff.alpha(numbers("11", "11"), dimension).why())
                .isEqualTo("all values are the same, so agreement by chance would be whole too");
        assertThat(Krippendorff.alpha(numbers("00", "00"), dimension).value()).isEmpty();
        assertThat(Krippendorff.alpha(numbers("11", "22"), dimension).value()).hasValue(1);
    }

    @Test
    void labelsHaveNoDistances() {
        assertThat(Krippendorff.alpha(labels("ab", "ba"), Dimension.INTERVAL).why())
                .isEqualTo("labels have no distances");
        Ratings<Double> below =
                Ratings.<Double>builder().add("i", "a", -1.0).add("i", "b", 2.0).build();
        assertThat(Krippendorff.alpha(below, Dimension.RATIO).why()).isEqualTo("a ratio has no values below 0");
    }

    private static double alpha(Ratings<?> ratings, Dimension dimension) {
        return Krippendorff.alpha(ratings, dimension).value().getAsDouble();
    }

    @Test
    void votesThatAreTheSameAreWorthOne() {
        assertThat(EffectiveVotes.ofLabels(labels("aaa", "bbb", "aaa")).value().getAsDouble())
                .isCloseTo(1, within(1e-12));
        assertThat(EffectiveVotes.ofNumbers(numbers("12", "24", "36")).value().getAsDouble())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void independentVotesAreWorthThemselvesAndNoMore() {
        assertThat(EffectiveVotes.ofLabels(labels("aa", "ab", "ba", "bb")).value())
                .hasValue(2);
        assertThat(EffectiveVotes.ofLabels(labels("ab", "ba")).value()).hasValue(2);
        // φ = 1/2 for two of 3: 3 / (1 + 2 · 0.5) = 3/2.
        assertThat(EffectiveVotes.of(3, 0.5)).isEqualTo(1.5);
    }

    @Test
    void theCorrelationOfTwoLabelsIsPhi() {
        // aa 2, ab 1, bb 1: φ = (2·1 − 1·0) / √(3·1·2·2) = 2/√12 = 1/√3; n_eff = 2 / (1 + 1/√3).
        assertThat(EffectiveVotes.ofLabels(labels("aa", "aa", "ab", "bb"))
                        .value()
                        .getAsDouble())
                .isCloseTo(2 / (1 + 1 / Math.sqrt(3)), within(1e-14));
    }

    @Test
    void withoutCorrelationThereAreNoEffectiveVotes() {
        assertThat(EffectiveVotes.ofLabels(labels("a", "b")).why()).isEqualTo("there are fewer than two annotators");
        assertThat(EffectiveVotes.ofLabels(labels("aa", "aa")).why()).isEqualTo("no two annotators have a correlation");
        assertThat(EffectiveVotes.ofNumbers(numbers("1.", ".1")).value()).isEmpty();
    }
}
