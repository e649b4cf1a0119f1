package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import fellowship.model.weights.PullProgress;
import fellowship.model.weights.Weights;
import fellowship.model.weights.WeightsException;
import fellowship.model.weights.WeightsPull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The model that comes with the product, with its real weights. Skipped where they cannot be had. */
@Tag("weights")
class RealWeightsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Weights SMOLLM2 = Weights.find("smollm2").orElseThrow();

    private static EmbeddedModel model;

    @BeforeAll
    static void open() throws InterruptedException {
        try {
            WeightsPull.of(System.getenv()).pull(SMOLLM2, PullProgress.NONE);
        } catch (WeightsException e) {
            abort("the weights are not to be had here: " + e.getMessage());
        }
        model = EmbeddedModel.open("smollm2", Path.of(""), EmbeddedSettings.standard(), System.getenv());
    }

    @AfterAll
    static void close() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void theCapitalOfFranceIsParis() {
        Completion completion = answer("What is the capital of France? Answer in one sentence.", Optional.empty(), 0);
        assertThat(completion.text()).isEqualTo("The capital of France is Paris.");
        assertThat(completion.finish()).isEqualTo(Finish.COMPLETE);
        assertThat(completion.model()).isEqualTo("smollm2-135m-instruct-q4_1");
        assertThat(completion.usage().inputTokens()).isEqualTo(42);
        assertThat(completion.usage().outputTokens()).isEqualTo(7);
    }

    @Test
    void aTypedReplyIsJsonOfThatShape() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("rating", Map.of("type", "integer", "minimum", 1, "maximum", 10));
        properties.put("why", Map.of("type", "string", "maxLength", 80));
        properties.put("sure", Map.of("type", "boolean"));
        Map<String, Object> schema = Map.of("type", "object", "properties", properties);
        Completion completion = answer(
                "Rate this answer: 'Two and two is five.' Reply with JSON.",
                Optional.of(new ReplySchema("Opinion", schema)),
                0.7);
        JsonNode json = new JsonMapper().readTree(completion.text());
        assertThat(json.get("rating").asInt()).isBetween(1, 10);
        assertThat(json.get("why").asString()).isNotBlank();
        assertThat(completion.finish()).isEqualTo(Finish.COMPLETE);
    }

    @Test
    void sampledTokensAreTheSameEverywhere() {
        assertThat(answer("Write one sentence about the sea.", Optional.empty(), 0.8)
                        .text())
                .isEqualTo("The sea is a vast, mysterious world that wraps around the vastness of the blue, its shores "
                        + "a deep and abyss of itself, with stories of the universe waiting to be told.");
    }

    private static Completion answer(String prompt, Optional<ReplySchema> schema, double temperature) {
        Sampling sampling = Sampling.standard().withTemperature(temperature).withMaxTokens(120);
        return model.complete(new ChatRequest(
                        new ModelRef("embedded", "smollm2"), List.of(Message.user(prompt)), sampling, schema, 0))
                .block(PATIENCE);
    }
}
