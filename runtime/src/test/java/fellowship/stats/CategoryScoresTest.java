package fellowship.stats;

import static fellowship.stats.Tables.confusion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CategoryScoresTest {

    /** Gold first: a found a 2, a found b 1, b found b 1, c found a 1. */
    private final Confusion<String> five = confusion("aa", "aa", "ab", "bb", "ca");

    @Test
    void eachCategoryByHand() {
        assertThat(CategoryScores.of(five))
                .containsExactly(
                        new CategoryScores(2 / 3.0, 2 / 3.0, 4 / 6.0, 3, 3),
                        new CategoryScores(1 / 2.0, 1, 2 / 3.0, 1, 2),
                        new CategoryScores(0, 0, 0, 1, 0));
    }

    @Test
    void macroMeansTakeCategoriesAsEqual() {
        assertThat(CategoryScores.macroPrecision(five).value().getAsDouble()).isCloseTo(7 / 18.0, within(1e-15));
        assertThat(CategoryScores.macroRecall(five).value().getAsDouble()).isCloseTo(5 / 9.0, within(1e-15));
        assertThat(CategoryScores.macroF1(five).value().getAsDouble()).isCloseTo(4 / 9.0, within(1e-15));
    }

    @Test
    void nothingHasNoMean() {
        assertThat(CategoryScores.macroF1(confusion("a.", ".b"))).isEqualTo(Measure.absent("there are no values"));
        assertThat(CategoryScores.of(confusion("a."))).isEmpty();
    }

    @Test
    void oneCategoryFoundIsAllRight() {
        assertThat(CategoryScores.macroF1(confusion("aa")).value()).hasValue(1);
    }
}
