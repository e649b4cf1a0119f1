package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {

    /** Any table of Student's t. */
    @ParameterizedTest
    @CsvSource({"0.95,1,12.7062", "0.95,9,2.2622", "0.95,136,1.9776", "0.99,5,4.0321", "0.9,30,1.6973"})
    void quantilesAreThoseOfTheTables(double level, int freedom, double t) {
        assertThat(Student.twoSided(level, freedom)).isCloseTo(t, within(5e-5));
    }

    /** Of ten normal numbers, 95 % intervals of the mean: the percentile's hold in 90 % of samples, Hesterberg's in 95. */
    @Test
    void theExpandedBootstrapHoldsForFewItems() {
        int narrow = 0;
        int wide = 0;
        for (int sample = 0; sample < 1000; sample++) {
            Draws draws = Draws.of(11, sample);
            double[] values = IntStream.range(0, 10)
                    .mapToDouble(i -> Normal.quantile((draws.below(1_000_000) + 0.5) / 1_000_000))
                    .toArray();
            Bootstrap bootstrap = new Bootstrap(10, 400, sample);
            Bootstrap.Statistic mean = items -> Measure.of(IntStream.of(items)
                    .mapToDouble(item -> values[item])
                    .average()
                    .orElseThrow());
            narrow += holds(bootstrap.percentile(mean, 0.95));
            wide += holds(bootstrap.expanded(mean, 0.95));
        }
        assertThat(narrow).isBetween(870, 920);
        assertThat(wide).isBetween(925, 970);
    }

    private static int holds(Optional<Interval> interval) {
        return interval.orElseThrow().contains(0) ? 1 : 0;
    }
}
