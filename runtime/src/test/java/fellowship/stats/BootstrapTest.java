package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double[] VALUES =
            IntStream.range(0, 200).mapToDouble(i -> i % 10).toArray();

    private static Measure mean(int[] items) {
        return Measure.of(
                Arrays.stream(items).mapToDouble(i -> VALUES[i]).average().orElseThrow());
    }

    @Test
    void theIntervalOfAMeanIsThatOfTheTextbook() {
        // Mean 4.5, variance 8.25, 200 items: 4.5 ± 1.96 · √(8.25 / 200) = 4.5 ± 0.398; draws wander by a few
        // hundredths.
        Interval interval = new Bootstrap(200, 4000, 1)
                .percentile(BootstrapTest::mean, 0.95)
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(4.102, within(0.04));
        assertThat(interval.high()).isCloseTo(4.898, within(0.04));
        Interval corrected =
                new Bootstrap(200, 4000, 1).bca(BootstrapTest::mean, 0.95).orElseThrow();
        assertThat(corrected.low()).isCloseTo(4.102, within(0.04));
        assertThat(corrected.high()).isCloseTo(4.898, within(0.04));
    }

    @Test
    void theCorrectedIntervalFollowsSkew() {
        // e^x of 40 normal-like values: BCa moves both ends up, toward the long tail.
        double[] skew = IntStream.range(1, 41)
                .mapToDouble(i -> Math.exp(2 * Normal.quantile(i / 41.0)))
                .toArray();
        Bootstrap.Statistic mean = items -> Measure.of(
                Arrays.stream(items).mapToDouble(i -> skew[i]).average().orElseThrow());
        Interval plain = new Bootstrap(40, 4000, 7).percentile(mean, 0.9).orElseThrow();
        Interval corrected = new Bootstrap(40, 4000, 7).bca(mean, 0.9).orElseThrow();
        assertThat(corrected.low()).isGreaterThan(plain.low());
        assertThat(corrected.high()).isGreaterThan(plain.high());
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Interval once =
                new Bootstrap(200, 500, 42).bca(BootstrapTest::mean, 0.95).orElseThrow();
        assertThat(new Bootstrap(200, 500, 42).bca(BootstrapTest::mean, 0.95)).contains(once);
        assertThat(new Bootstrap(200, 500, 43).bca(BootstrapTest::mean, 0.95).orElseThrow())
                .isNotEqualTo(once);
    }

    @Test
    void drawsArePinned() {
        // SplitMix64 of seed 0: 0.8833, 0.4315, 0.0264, 0.9708, 0.1063.
        Draws draws = Draws.of(0, 0);
        assertThat(IntStream.range(0, 5).map(i -> draws.below(100)).toArray()).containsExactly(PINNED);
    }

    private static final int[] PINNED = {88, 43, 2, 97, 10};

    @Test
    void everyPlaceIsDrawnAboutEquallyOften() {
        int[] counts = new int[7];
        for (int place = 0; place < 70_000; place++) {
            counts[Draws.of(3, place).below(7)]++;
        }
        assertThat(counts).satisfies(all -> assertThat(Arrays.stream(all)).allMatch(n -> Math.abs(n - 10_000) < 400));
    }

    @Test
    void whatIsAlwaysTheSameHasNoWidth() {
        assertThat(new Bootstrap(5, 100, 1).percentile(items -> Measure.of(2), 0.95))
                .contains(new Interval(2, 2));
        assertThat(new Bootstrap(5, 100, 1).bca(items -> Measure.of(2), 0.95)).contains(new Interval(2, 2));
    }

    @Test
    void withoutItemsOrWithoutAMeasureThereIsNone() {
        assertThat(new Bootstrap(0, 100, 1).percentile(items -> Measure.of(2), 0.95))
                .isEmpty();
        assertThat(new Bootstrap(1, 100, 1).bca(items -> Measure.of(2), 0.95)).isEmpty();
        assertThat(new Bootstrap(9, 100, 1).bca(items -> Measure.absent("never"), 0.95))
                .isEmpty();
        // Half of the draws have none.
        assertThat(new Bootstrap(9, 100, 1)
                        .percentile(items -> items[0] < 4 ? Measure.absent("no") : Measure.of(1), 0.95))
                .isEmpty();
        assertThatThrownBy(() -> new Bootstrap(9, 99, 1))
                .hasMessage("at least 100 resamples of 0 items or more, not 99 of 9");
    }
}
