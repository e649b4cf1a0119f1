package fellowship.stats;

import static fellowship.stats.Tables.labels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DawidSkeneTest {

    private static DawidSkene<String> fit(Ratings<String> ratings) {
        return DawidSkene.of(ratings, DawidSkene.SMOOTHING, 1000).orElseThrow();
    }

    @Test
    void oneRoundByHand() {
        // Items aa, ab with smoothing 1, one round. Posteriors begin as votes: (1, 0), (1/2, 1/2); priors 3/4, 1/4.
        // First annotator, truth a: said a 1 + 1/2 (+1), said b 0 (+1): 2.5/3.5; truth b: a 1/2 (+1), b 0 (+1):
        // 1.5/2.5.
        DawidSkene<String> fit = DawidSkene.of(labels("aa", "ab"), 1, 1).orElseThrow();
        assertThat(fit.priors()).containsExactly(0.75, 0.25);
        assertThat(fit.says()[0][0][0]).isCloseTo(5 / 7.0, within(1e-15));
        assertThat(fit.says()[0][1][0]).isCloseTo(3 / 5.0, within(1e-15));
        // Second, truth a: a 1 (+1), b 1/2 (+1): 2/3.5; truth b: a 0 (+1), b 1/2 (+1): 1/2.5.
        assertThat(fit.says()[1][0][0]).isCloseTo(4 / 7.0, within(1e-15));
        assertThat(fit.says()[1][1][0]).isCloseTo(2 / 5.0, within(1e-15));
        // Item aa: a 3/4 · 5/7 · 4/7, b 1/4 · 3/5 · 2/5.
        double a = 0.75 * 5 / 7 * 4 / 7;
        double b = 0.25 * 3 / 5 * 2 / 5;
        assertThat(fit.posteriors()[0][0]).isCloseTo(a / (a + b), within(1e-15));
        assertThat(fit.rounds()).isEqualTo(1);
        assertThat(fit.converged()).isFalse();
    }

    @Test
    void anAnnotatorWhoTurnsLabelsRoundIsFoundOut() {
        // Three who are right, one who always says the other: its word counts, the other way round.
        DawidSkene<String> fit = fit(labels("aaab", "bbba", "aaab", "bbba", "aaab", "bbba", "a..b", "...a"));
        assertThat(fit.converged()).isTrue();
        assertThat(fit.accuracy(0)).isGreaterThan(0.99);
        assertThat(fit.accuracy(3)).isLessThan(0.01);
        assertThat(fit.label(6)).contains("a");
        assertThat(fit.label(7)).contains("b");
    }

    @Test
    void everythingSumsToOneAlsoWhereNothingWasSaid() {
        DawidSkene<String> fit = fit(labels("ab.", "...", "bb.", "ca."));
        assertThat(Arrays.stream(fit.priors()).sum()).isCloseTo(1, within(1e-12));
        for (double[] item : fit.posteriors()) {
            assertThat(Arrays.stream(item).sum()).isCloseTo(1, within(1e-12));
        }
        for (double[] row : fit.says()[2]) {
            assertThat(row).containsOnly(row[0]);
        }
        assertThat(fit.posteriors()[1]).containsExactly(fit.priors(), within(1e-8));
    }

    @Test
    void oneCategoryIsTheTruth() {
        DawidSkene<String> fit = fit(labels("aa", "a."));
        assertThat(fit.label(1)).contains("a");
        assertThat(fit.priors()).containsExactly(1.0);
    }

    @Test
    void twoWhoOnlyDisagreeLeaveItOpen() {
        assertThat(fit(labels("ab", "ba")).label(0)).isEmpty();
    }

    @Test
    void manyAnnotatorsDoNotVanish() {
        DawidSkene<String> fit = fit(labels("a".repeat(2000), "b".repeat(2000)));
        assertThat(fit.posteriors()[0][0]).isEqualTo(1);
    }

    @Test
    void withoutRatingsThereIsNothing() {
        assertThat(DawidSkene.of(labels("..", ".."), 0.01, 10)).isEmpty();
        assertThatThrownBy(() -> DawidSkene.of(labels("a"), 0, 10))
                .hasMessage("smoothing is above 0 and rounds are 1 or more, not 0.0 and 10");
    }
}
