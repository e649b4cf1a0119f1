package fellowship.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextMeasuresTest {

    @Test
    void wordsAreRunsOfLettersAndDigits() {
        assertThat(Lexical.words("It's well-known: 3 cafés — naïve!"))
                .containsExactly("it's", "well-known", "3", "cafés", "naïve");
        assertThat(Lexical.words(" ... ")).isEmpty();
    }

    /** By hand: forwards "a a" ends a factor at 1/2, so do the next two: 3 factors of 6 words; backwards the same. */
    @Test
    void aTextThatRepeatsOneWordHasTheLeastDiversity() {
        assertThat(Lexical.mtld(List.of("a", "a", "a", "a", "a", "a"))).isEqualTo(2);
    }

    /**
     * By hand: a b c a: ratio 3/4 after four words, no factor, a part of (1 - 0.75) / 0.28; so 4 / 0.892857 = 4.48 both
     * ways.
     */
    @Test
    void whatIsLeftCountsAsAPartOfAFactor() {
        assertThat(Lexical.mtld(List.of("a", "b", "c", "a"))).isCloseTo(4.48, within(1e-9));
    }

    @Test
    void aTextWithoutARepetitionCountsItsWords() {
        assertThat(Lexical.mtld(List.of("a", "b", "c"))).isEqualTo(3);
        assertThat(Lexical.mtld(List.of())).isZero();
    }

    @Test
    void sharesAreOfAllWords() {
        assertThat(Lexical.typeTokenRatio(List.of("a", "a", "b", "b"))).isEqualTo(0.5);
        assertThat(Lexical.share(List.of("BAD"), Lexical.words("Bad, bad dog.")))
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(Lexical.share(List.of("x"), List.of())).isZero();
    }

    /** By hand: 6 words, 1 sentence, 6 syllables: 206.835 - 6.09 - 84.6. */
    @Test
    void shortWordsInShortSentencesAreEasy() {
        assertThat(Readability.fleschReadingEase("The cat sat on the mat.")).isCloseTo(116.145, within(1e-9));
        assertThat(Readability.fleschReadingEase("")).isZero();
    }

    @Test
    void syllablesAreGroupsOfVowelsWithoutASilentE() {
        assertThat(Readability.syllables("make")).isEqualTo(1);
        assertThat(Readability.syllables("table")).isEqualTo(2);
        assertThat(Readability.syllables("readability")).isEqualTo(5);
        assertThat(Readability.syllables("hmm")).isEqualTo(1);
    }

    @Test
    void aDecimalPointEndsNoSentence() {
        assertThat(Readability.sentences("It is 3.5 now. Is it? Yes")).isEqualTo(3);
    }

    @Test
    void theLastNumberIsTheAnswer() {
        assertThat(Numerals.last("9 - 2, so it costs $1,200.50.")).isEqualTo(OptionalDouble.of(1200.5));
        assertThat(Numerals.last("it is -4")).isEqualTo(OptionalDouble.of(-4));
        assertThat(Numerals.last("GPT4 says no")).isEqualTo(OptionalDouble.empty());
        assertThat(Numerals.last("x2")).isEmpty();
        assertThat(Numerals.last("#### 72")).isEqualTo(OptionalDouble.of(72));
    }

    @Test
    @Timeout(10)
    void aVeryLongTextOfOneKindIsMeasuredToo() {
        assertThat(Lexical.words("a-".repeat(200_000) + "a")).hasSize(1);
        assertThat(Readability.sentences(".".repeat(200_000) + "x")).isEqualTo(1);
        assertThat(Numerals.last("1" + ",000".repeat(50_000)).isPresent()).isTrue();
    }
}
