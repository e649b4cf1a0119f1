package fellowship.model.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThinkingTest {

    @Test
    void aPlainReplyHasNoThought() {
        assertThat(Thinking.split("Blue.")).isEqualTo(new Thinking("", "Blue.", false));
    }

    @Test
    void theThoughtIsKeptApart() {
        assertThat(Thinking.split("\n<think>sky\nsea</think>\n\nBlue."))
                .isEqualTo(new Thinking("sky\nsea", "Blue.", false));
    }

    @Test
    void theOpeningTagMayStandInTheTemplate() {
        assertThat(Thinking.split("sky</think>Blue.")).isEqualTo(new Thinking("sky", "Blue.", false));
    }

    @Test
    void aThoughtWithoutAnEndLeavesNoReply() {
        assertThat(Thinking.split("<think>sky and")).isEqualTo(new Thinking("sky and", "", true));
    }

    @Test
    void tagsInsideAReplyAreText() {
        String text = "Write <think> and </think> around it.";
        assertThat(Thinking.split(text)).isEqualTo(new Thinking("", text, false));
    }
}
