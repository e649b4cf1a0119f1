package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final String ITEM =
            "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May.";

    @Test
    void aSharedRunOfWordsIsFoundWhateverItsCaseAndMarks() {
        Overlap known = Overlap.of(List.of("nothing of this", ITEM), 8);

        assertThat(known.with("Tell me: natalia SOLD clips; to 48 of her friends -- why?"))
                .contains("natalia sold clips to 48 of her friends");
        assertThat(known.with("Natalia sold clips to 48 of them.")).isEmpty();
        assertThat(known.with("")).isEmpty();
    }

    @Test
    void aRunMustBeAsLongAsIsSaid() {
        assertThat(Overlap.of(List.of(ITEM), 13).with("Natalia sold clips to 48 of her friends in June, then none."))
                .isEmpty();
        assertThat(Overlap.of(List.of(ITEM), 9).with("Natalia sold clips to 48 of her friends in June, then none."))
                .isPresent();
    }

    @Test
    void aShortTextIsFoundAloneOnly() {
        Overlap known = Overlap.of(List.of("What is 2 + 2?"), 13);

        assertThat(known.with("what is 2+2")).contains("what is 2 2");
        assertThat(known.with("She asked: what is 2 + 2? Nobody knew.")).isEmpty();
    }

    @Test
    void scriptsWithoutBlanksAreComparedByCharacter() {
        Overlap known = Overlap.of(List.of("小明有五个苹果，他吃了两个苹果，还剩下几个？"), 8);

        assertThat(known.with("题目：小明有五个苹果，他吃了两个。")).isPresent();
        assertThat(known.with("小红有三个橘子。")).isEmpty();
    }

    @Test
    void aRunHasAWord() {
        assertThatThrownBy(() -> Overlap.of(List.of(), 0)).hasMessage("a run must have 1 word or more, was 0");
    }
}
