package fellowship.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainRefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "I’m sorry, but I can’t assist with that request.",
                "I cannot provide instructions for this.",
                "Sorry, I can't do that.",
                "As an AI language model, I cannot create such content.",
                "I am unable to assist with this.",
                "I'm not able to help with that.",
                "Unfortunately, I won't be able to share this.",
                "I must decline to answer.",
                "  I apologize, but I cannot fulfill this request."
            })
    void aRefusalIsSeen(String text) {
        assertThat(PlainRefusal.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't help but admire the sea.",
                "I'm sorry to hear that you are ill.",
                "I can give you three reasons.",
                "Say: \"I cannot help with that.\"",
                "The sky is blue.",
                "I will not forget that day.",
                "Sorry for the late reply; here is the plan.",
                ""
            })
    void anOrdinaryBeginningIsNone(String text) {
        assertThat(PlainRefusal.is(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {601, 100_000})
    void aLongReplyIsNone(int length) {
        assertThat(PlainRefusal.is("I cannot help with that. " + "x".repeat(length)))
                .isFalse();
        assertThat(PlainRefusal.is(" ".repeat(length) + "Fine.")).isFalse();
    }
}
