package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void itIsTheShareOfWordsThatBothHave() {
        assertThat(Likeness.ofWords("a b c", "b c d")).isEqualTo(2.0 / 4);
        assertThat(Likeness.ofWords("Ja, gut!", "gut ja")).isEqualTo(1);
        assertThat(Likeness.ofWords("天空", "海洋")).isZero();
        assertThat(Likeness.ofWords("", "…")).isEqualTo(1);
    }
}
