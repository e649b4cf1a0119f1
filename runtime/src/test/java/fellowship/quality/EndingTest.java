package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

    private static final String LEAD =
            "The first paragraph says at some length what the second one takes up again later on, so"
                    + " that the text is not a short one.\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And this is the second paragraph, which stops in the middle of the",
                "Und hier ist der zweite Absatz, der leider mitten im Satz abbricht,",
                "Второй абзац обрывается посреди предложения и больше не",
                "第二段在句子中间突然停止了因为生成的长度已经达到了上限所以后面的内容都没有写出来而且读者完全不知道接下来会",
                "The list of what counts has these parts, which are told in turn (",
            })
    void proseThatStopsInMidSentenceIsCutOff(String last) {
        assertThat(Ending.cutOff(LEAD + last)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And this is the second paragraph, which ends as it should.",
                "Und das ist der zweite Absatz, der ordentlich endet: „Schluss!“",
                "第二段在这里正常结束，读者知道发生了什么，也知道接下来会发生什么，一切都说清楚了。",
                "- the last point of a list that has no full stop at its end at all",
                "| a | table | whose last row is longer than forty characters | so |",
                "# A heading of more than forty characters at the very end of it",
                "Best regards, Ann",
                "นี่คือย่อหน้าที่สองซึ่งจบลงตามปกติโดยไม่มีเครื่องหมายวรรคตอนใดๆ"
            })
    void wholeTextsPass(String last) {
        assertThat(Ending.cutOff(LEAD + last)).isFalse();
    }

    @Test
    void aShortAnswerNeedsNoFullStop() {
        assertThat(Ending.cutOff("Paris")).isFalse();
        assertThat(Ending.cutOff("")).isFalse();
    }

    @Test
    void anOpenFenceIsCutOffWhateverItsLength() {
        assertThat(Ending.cutOff("```java\nint a;")).isTrue();
    }
}
