package fellowship.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatingsTest {

    private final Ratings<String> ratings = Ratings.<String>builder()
            .add("i2", "ann", "good")
            .add("i1", "bob", "bad")
            .add("i2", "bob", "good")
            .missing("i3", "cleo")
            .build();

    @Test
    void itemsAndAnnotatorsStandAsTheyWereNamed() {
        assertThat(ratings.items()).containsExactly("i2", "i1", "i3");
        assertThat(ratings.annotators()).containsExactly("ann", "bob", "cleo");
        assertThat(ratings.categories()).containsExactly("bad", "good");
    }

    @Test
    void whatIsMissingIsAbsent() {
        assertThat(ratings.value(0, 0)).contains("good");
        assertThat(ratings.value(1, 0)).isEmpty();
        assertThat(ratings.value(2, 2)).isEmpty();
        assertThat(ratings.present()).isEqualTo(3);
        assertThat(ratings.of(2)).isEmpty();
    }

    @Test
    void whatWasEnteredTwiceIsNamed() {
        assertThatThrownBy(() -> Ratings.<String>builder()
                        .add("i1", "ann", "a")
                        .add("i1", "ann", "a")
                        .add("i2", "bob", "a")
                        .add("i2", "bob", "b")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entered twice: item 'i1', annotator 'ann'; item 'i2', annotator 'bob'");
    }

    @Test
    void aPairHasOnlyWhatBothHave() {
        assertThat(ratings.pair(0, 1)).isEqualTo(new Ratings.Paired<>(List.of("good"), List.of("good")));
        assertThat(ratings.pair(0, 2).size()).isZero();
    }

    @Test
    void anOrderOfCategoriesMustHaveThemAll() {
        Ratings.Builder<String> builder = Ratings.<String>builder()
                .add("i", "a", "low")
                .add("i", "b", "high")
                .add("j", "a", "mid");
        assertThat(builder.order(List.of("low", "mid", "high", "top")).build().categories())
                .containsExactly("low", "mid", "high");
        assertThatThrownBy(() -> builder.order(List.of("low")).build())
                .hasMessage("not in the order of the categories: [high, mid]");
    }

    @Test
    void itemsMayBeDrawnMoreThanOnce() {
        assertThat(ratings.drawn(1, 1).items()).containsExactly("i1", "i1");
        assertThat(ratings.only(1).annotators()).containsExactly("bob");
        assertThat(ratings.only(1).present()).isEqualTo(2);
    }

    @Test
    void listsOfDifferentLengthsAreNoPair() {
        assertThatThrownBy(() -> new Ratings.Paired<>(List.of("a"), List.of()))
                .hasMessage("there are 1 values on one side and 0 on the other");
    }
}
