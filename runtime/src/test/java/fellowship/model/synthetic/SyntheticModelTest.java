package fellowship.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class SyntheticModelTest {

    private static Completion answer(String reference, String prompt, Sampling sampling, int draw) {
        ChatRequest request = new ChatRequest(
                new ModelRef("synthetic", reference), List.of(Message.user(prompt)), sampling, Optional.empty(), draw);
        List<Completion> got = new ArrayList<>();
        StepVerifier.create(SyntheticModel.of(reference).complete(request))
                .consumeNextWith(got::add)
                .verifyComplete();
        return got.get(0);
    }

    private static String write(String reference, String prompt) {
        return answer(reference, prompt, Sampling.standard(), 0).text();
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndAnotherIsNot() {
        assertThat(write("family=llama#1", "Why?")).isEqualTo(write("family=llama#1", "Why?"));
        assertThat(write("family=llama#1", "Why?")).isNotEqualTo(write("family=llama#2", "Why?"));
        assertThat(write("family=llama#1", "Why?")).isNotEqualTo(write("family=llama#1", "How?"));
        assertThat(answer("", "Why?", Sampling.standard(), 0).text())
                .isNotEqualTo(answer("", "Why?", Sampling.standard(), 1).text());
    }

    @Test
    void aTextTellsItsQualityAndItsFamilyToSyntheticJudgesAlone() {
        String text = write("family=llama,quality=2", "Why?");

        assertThat(text).doesNotContain("llama").matches("(?s).+\\n\\(synthetic -?\\d\\.\\d{4} [0-9a-f]{6}\\)");
        assertThat(Writing.quality(text)).isPresent();
        assertThat(Writing.isOf("llama", text)).isTrue();
        assertThat(Writing.isOf("qwen", text)).isFalse();
        assertThat(Writing.quality("An answer by a person.")).isEmpty();
    }

    /** Of 4,000 texts, within five standard errors. */
    @Test
    void qualitiesAndLengthsAreDrawnAsTheyAreSet() {
        double qualities = 0;
        double squares = 0;
        double logarithms = 0;
        for (int i = 0; i < 4000; i++) {
            String text = write("quality=0.5,spread=2,characters=200,variety=0.3", "Question " + i);
            double quality = Writing.quality(text).orElseThrow() - 0.5;
            qualities += quality / 4000;
            squares += quality * quality / 4000;
            logarithms += Math.log(text.codePointCount(0, text.length()) / 200.0) / 4000;
        }
        assertThat(qualities).isCloseTo(0, within(5 * 2 / Math.sqrt(4000)));
        assertThat(squares).isCloseTo(4, within(5 * 4 * Math.sqrt(2.0 / 4000)));
        assertThat(logarithms).isCloseTo(0, within(5 * 0.3 / Math.sqrt(4000)));
    }

    @Test
    void aTextIsCutAtTheBoundOnTokens() {
        Completion cut = answer("", "Why?", Sampling.standard().withMaxTokens(10), 0);

        assertThat(cut.finish()).isEqualTo(Finish.LENGTH);
        assertThat(cut.text()).hasSize(40);
        assertThat(answer("family=qwen", "Why?", Sampling.standard(), 0).model())
                .isEqualTo("qwen-synthetic");
    }
}
