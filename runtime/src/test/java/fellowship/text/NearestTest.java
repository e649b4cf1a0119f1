package fellowship.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("generate", "refine", "temperature", "top-p");

    @Test
    void exchangedLettersAreOneMistake() {
        assertThat(Nearest.of("refien", WORDS)).contains("refine");
    }

    @Test
    void theBeginningOfALongWordIsNearToIt() {
        assertThat(Nearest.of("temp", WORDS)).contains("temperature");
    }

    @Test
    void caseDoesNotMatter() {
        assertThat(Nearest.of("GENERATE", WORDS)).contains("generate");
    }

    @Test
    void aWordLikeNoneHasNoNearestOne() {
        assertThat(Nearest.of("banana", WORDS)).isEmpty();
        assertThat(Nearest.hint("banana", WORDS)).isEqualTo("known: generate, refine, temperature, top-p");
    }

    @Test
    void theHintNamesTheNearestWord() {
        assertThat(Nearest.hint("genrate", WORDS)).isEqualTo("did you mean 'generate'?");
        assertThat(Nearest.hint("genrate", List.of())).isEqualTo("there are none");
    }

    @Test
    void shortWordsMayHaveOneWrongLetter() {
        assertThat(Nearest.of("to", List.of("io", "xyz"))).contains("io");
    }
}
