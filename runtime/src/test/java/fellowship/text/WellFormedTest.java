package fellowship.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WellFormedTest {

    @Test
    void onlyHalvesWithoutTheirOtherHalfAreReplaced() {
        assertThat(WellFormed.text("a\ud83d\ude00b")).isEqualTo("a\ud83d\ude00b");
        assertThat(WellFormed.text("\ud83d")).isEqualTo("\ufffd");
        assertThat(WellFormed.text("\ude00\ud83d\ude00\ud83dx\ude00")).isEqualTo("\ufffd\ud83d\ude00\ufffdx\ufffd");
        assertThat(WellFormed.text("\ud83d\ud83d\ude00")).isEqualTo("\ufffd\ud83d\ude00");
        assertThat(WellFormed.text("")).isEmpty();
    }

    @Test
    void textThatIsFineIsTheSameObject() {
        String fine = "fine \ud83d\ude00";
        assertThat(WellFormed.text(fine)).isSameAs(fine);
    }
}
