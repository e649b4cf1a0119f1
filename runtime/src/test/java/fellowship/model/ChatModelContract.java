package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every model keeps to, whoever serves it. */
public abstract class ChatModelContract {

    /** The model under test. */
    protected abstract ChatModel model();

    /** A reference that it serves. */
    protected abstract ModelRef ref();

    /** How many requests have been received so far. */
    protected abstract int received();

    /** The longest that one small answer may take. */
    protected Duration patience() {
        return Duration.ofSeconds(20);
    }

    protected final ChatRequest ask(String text) {
        return new ChatRequest(ref(), List.of(Message.user(text)), Sampling.standard(), Optional.empty(), 0);
    }

    protected final Completion answer(ChatRequest request) {
        Completion completion = model().complete(request).block(patience());
        assertThat(completion).isNotNull();
        return completion;
    }

    @Test
    void aWholeAnswerIsComplete() {
        Completion completion = answer(ask("Name a color."));
        assertThat(completion.text()).isNotBlank();
        assertThat(completion.finish()).isEqualTo(Finish.COMPLETE);
        assertThat(completion.model()).isNotBlank();
    }

    @Test
    void tokensAreCounted() {
        Completion completion = answer(ask("Name a color."));
        assertThat(completion.usage().inputTokens()).isPositive();
        assertThat(completion.usage().outputTokens()).isPositive();
    }

    @Test
    void theSameRequestGetsTheSameAnswer() {
        assertThat(answer(ask("Name an animal.")).text())
                .isEqualTo(answer(ask("Name an animal.")).text());
    }

    @Test
    void aCutAnswerIsNotComplete() {
        ChatRequest request = new ChatRequest(
                ref(),
                List.of(Message.user("Tell a long story about the sea.")),
                Sampling.standard().withMaxTokens(3),
                Optional.empty(),
                0);
        Completion completion = answer(request);
        assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
        assertThat(completion.text()).isNotBlank();
    }

    @Test
    void aTypedReplyIsJsonOfThatShape() {
        JsonNode reply = new JsonMapper()
                .readTree(answer(typed("How good is this? Give a rating.")).text());
        assertThat(reply.isObject()).isTrue();
        assertThat(reply.path("rating").isNumber()).isTrue();
        assertThat(reply.path("why").isString()).isTrue();
    }

    protected final ChatRequest typed(String text) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("rating", Map.of("type", "integer", "minimum", 1, "maximum", 5));
        properties.put("why", Map.of("type", "string"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of("rating", "why"));
        schema.put("additionalProperties", false);
        return new ChatRequest(
                ref(),
                List.of(Message.user(text)),
                Sampling.standard(),
                Optional.of(new ReplySchema("Opinion", schema)),
                0);
    }

    @Test
    void anyTextSurvivesTheWay() {
        String text = "h\u00e9llo \u4f60\u597d \ud83d\ude00 \u0645\u0631\u062d\u0628\u0627 \"quoted\" \\ back";
        assertThat(answer(ask("Say exactly: " + text)).text()).contains("\u4f60\u597d", "\ud83d\ude00");
    }

    @Test
    void halfACharacterInAPromptIsNoReasonToFail() {
        assertThat(answer(ask("Name a color. \ud83d")).text()).isNotBlank();
    }

    @Test
    void nothingHappensBeforeSubscription() {
        int before = received();
        Mono<Completion> cold = model().complete(ask("Name a river."));
        assertThat(received()).isEqualTo(before);
        cold.block(patience());
        assertThat(received()).isEqualTo(before + 1);
        cold.block(patience());
        assertThat(received()).isEqualTo(before + 2);
    }

    @Test
    void aCancelledCallSaysNothingMore() {
        AtomicBoolean spoke = new AtomicBoolean();
        Disposable call = model().complete(ask("Tell a long story."))
                .subscribe(completion -> spoke.set(true), error -> spoke.set(true));
        boolean spokeBefore = spoke.get();
        call.dispose();
        assertThat(answer(ask("Name a mountain.")).text()).isNotBlank();
        assertThat(spoke.get()).isEqualTo(spokeBefore);
    }

    @Test
    void aBrokenModelNameEndsTheRun() {
        ModelRef unknown = new ModelRef(ref().provider(), "no-such-model");
        ChatRequest request =
                new ChatRequest(unknown, List.of(Message.user("Hello.")), Sampling.standard(), Optional.empty(), 0);
        ModelException refused = catchThrowableOfType(
                ModelException.class, () -> model().complete(request).block(patience()));
        assertThat(refused).isNotNull();
        assertThat(refused.reaction()).isEqualTo(Reaction.RUN);
        assertThat(refused.reason()).isEqualTo("unknown-model");
        assertThat(refused.getMessage()).contains("no-such-model").contains(";");
    }
}
