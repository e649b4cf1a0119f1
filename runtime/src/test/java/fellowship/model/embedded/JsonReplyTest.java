package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.Finish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The model is played by dice here: whatever it wants, the reply is of the schema. */
class JsonReplyTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static Tokenizer tokenizer;

    @BeforeAll
    static void read() throws Exception {
        try (Gguf file = Gguf.open(TinyModel.write(folder, "llama"))) {
            tokenizer = new Tokenizer(file.metadata());
        }
    }

    @Test
    void everyReplyIsOfTheSchema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("rating", Map.of("type", "integer", "minimum", -3, "maximum", 12));
        properties.put("share", Map.of("type", "number", "minimum", 0, "maximum", 1));
        properties.put("why", Map.of("type", "string", "minLength", 2, "maxLength", 30));
        properties.put("verdict", Map.of("type", "string", "enum", List.of("good", "goodish", "bad \"quoted\"")));
        properties.put("sure", Map.of("type", "boolean"));
        properties.put(
                "tags", Map.of("type", "array", "maxItems", 3, "items", Map.of("type", "string", "maxLength", 5)));
        properties.put(
                "marks", Map.of("type", "array", "minItems", 2, "maxItems", 4, "items", Map.of("type", "integer")));
        properties.put("level", Map.of("enum", List.of(1, 10, 100)));
        for (int seed = 0; seed < 250; seed++) {
            Reply reply = reply(object(properties), 400, seed, false);
            JsonNode json = JSON.readTree(reply.text());
            assertThat(names(json)).containsExactlyElementsOf(properties.keySet());
            assertThat(json.get("rating").isIntegralNumber()).isTrue();
            assertThat(json.get("rating").asInt()).isBetween(-3, 12);
            assertThat(json.get("share").asDouble()).isBetween(0.0, 1.0);
            String why = json.get("why").asString();
            assertThat(why.codePointCount(0, why.length())).isBetween(2, 30);
            assertThat(why).doesNotContain("\uFFFD");
            assertThat(json.get("verdict").asString()).isIn("good", "goodish", "bad \"quoted\"");
            assertThat(json.get("sure").isBoolean()).isTrue();
            assertThat(json.get("tags").size()).isBetween(0, 3);
            assertThat(json.get("marks").size()).isBetween(2, 4);
            assertThat(json.get("level").asInt()).isIn(1, 10, 100);
            assertThat(reply.finish()).isEqualTo(Finish.COMPLETE);
        }
    }

    @Test
    void aReplyWithFewTokensLeftIsStillWholeButSaysItWasCut() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("why", Map.of("type", "string"));
        properties.put("rating", Map.of("type", "integer", "minimum", 1, "maximum", 5));
        int cut = 0;
        for (int seed = 0; seed < 200; seed++) {
            Reply reply = reply(object(properties), 60, seed, true);
            assertThat(reply.written()).isLessThanOrEqualTo(60);
            assertThat(JSON.readTree(reply.text()).get("rating").asInt()).isBetween(1, 5);
            cut += reply.finish() == Finish.LENGTH ? 1 : 0;
        }
        assertThat(cut).isPositive();
    }

    @Test
    void fewerTokensThanTheSchemaTakesAreRefusedWithBothNumbers() {
        assertThatThrownBy(() -> reply(object(Map.of("rating", Map.of("type", "integer"))), 10, 0, false))
                .isInstanceOf(SchemaException.class)
                .hasMessageMatching("a reply of this schema can take \\d+ tokens, and 10 are allowed; raise maxTokens");
    }

    @Test
    void everyNumberWithinTheBoundsCanBeDrawnAndNoOther() {
        assertThat(numbers("integer", -2, 11)).hasSize(14).contains("-2", "-1", "0", "9", "10", "11");
        assertThat(numbers("integer", 95, 103)).hasSize(9);
        assertThat(numbers("number", 0.5, 0.52))
                .contains("0.5", "0.50", "0.51", "0.52")
                .doesNotContain("0", "0.53");
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            double low = Math.rint((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(9))) / 100;
            double high = low + Math.rint(random.nextDouble() * 1000) / 100;
            Map<String, Object> schema = Map.of("type", "number", "minimum", low, "maximum", high);
            double drawn = JSON.readTree(
                            reply(object(Map.of("n", schema)), 60, i, false).text())
                    .get("n")
                    .asDouble();
            assertThat(drawn).isBetween(low - 1e-9, high + 1e-9);
        }
    }

    @Test
    void boundsThatAreExcludedAreNotDrawn() {
        Set<String> seen = new TreeSet<>();
        Map<String, Object> schema = Map.of("type", "integer", "exclusiveMinimum", 0, "exclusiveMaximum", 3);
        for (int seed = 0; seed < 200; seed++) {
            seen.add(JSON.readTree(
                            reply(object(Map.of("n", schema)), 60, seed, false).text())
                    .get("n")
                    .asString());
        }
        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void aSchemaThatCannotBeKeptToIsRefusedByName() {
        refused(
                Map.of("type", "string", "pattern", "a+"),
                "'x' uses 'pattern', which the embedded model cannot keep to");
        refused(
                Map.of("anyOf", List.of()),
                "'x' has the type null; the embedded model writes object, array, string, "
                        + "integer, number, boolean and enum");
        refused(Map.of("type", "integer", "minimum", 5, "maximum", 4), "'x' has bounds that no number lies between");
        refused(
                Map.of("type", "integer", "multipleOf", 2),
                "'x' uses 'multipleOf', which the embedded model cannot keep to");
        refused(Map.of("type", "array", "maxItems", 3), "the items of 'x': there is no schema");
        refused(Map.of("type", "string", "minLength", 5, "maxLength", 4), "'x' has a minLength above its maxLength");
    }

    @Test
    void objectsMayStandInObjectsAndLists() {
        Map<String, Object> inner = object(Map.of("score", Map.of("type", "integer", "minimum", 1, "maximum", 5)));
        Map<String, Object> schema = object(
                Map.of("all", Map.of("type", "array", "minItems", 1, "maxItems", 3, "items", inner), "best", inner));
        for (int seed = 0; seed < 50; seed++) {
            JsonNode json = JSON.readTree(reply(schema, 300, seed, false).text());
            assertThat(json.path("all").path(0).path("score").asInt()).isBetween(1, 5);
            assertThat(json.path("best").path("score").asInt()).isBetween(1, 5);
        }
    }

    @Test
    void logProbabilitiesCoverTheWholeText() {
        Reply reply = reply(object(Map.of("n", Map.of("type", "integer", "minimum", 1, "maximum", 9))), 60, 1, false);
        StringBuilder text = new StringBuilder();
        reply.logprobs().forEach(token -> text.append(token.token()));
        assertThat(text.toString()).isEqualTo(reply.text());
        assertThat(reply.logprobs().stream().filter(token -> token.logprob() < 0))
                .hasSize(1)
                .allSatisfy(token -> {
                    assertThat(token.top()).hasSize(3);
                });
    }

    private static void refused(Map<String, Object> property, String message) {
        assertThatThrownBy(() -> reply(object(Map.of("x", property)), 400, 0, false))
                .isInstanceOf(SchemaException.class)
                .hasMessage(message);
    }

    private static Set<String> numbers(String type, double least, double most) {
        Set<String> seen = new TreeSet<>();
        Map<String, Object> schema = Map.of("type", type, "minimum", least, "maximum", most);
        for (int seed = 0; seed < 300; seed++) {
            String text = reply(object(Map.of("n", schema)), 60, seed, false).text();
            seen.add(text.substring("{\"n\": ".length(), text.length() - 1));
        }
        return seen;
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Map.of("type", "object", "properties", properties, "required", new ArrayList<>(properties.keySet()));
    }

    private static List<String> names(JsonNode json) {
        return new ArrayList<>(json.propertyNames());
    }

    /** @param isTalkative whether the model never wants to end a string */
    private static Reply reply(Map<String, Object> schema, int most, int seed, boolean isTalkative) {
        Vocabulary vocabulary = tokenizer.vocabulary();
        Pen pen = new Pen(vocabulary, new Sampler(new Chance(1, 1, 0), seed), OptionalInt.of(3));
        JsonReply reply = new JsonReply(new SchemaReader(tokenizer).read(schema), pen, most);
        Random random = new Random(seed);
        reply.opening();
        float[] scores = new float[vocabulary.size()];
        while (!reply.isDone()) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (float) random.nextGaussian();
            }
            if (isTalkative) {
                scores['"'] = -1e6f;
                vocabulary.control("<|im_end|>").ifPresent(end -> scores[end] = -1e6f);
                vocabulary.control("<|endoftext|>").ifPresent(end -> scores[end] = -1e6f);
                scores[TinyModel.tokens().indexOf("\",")] = -1e6f;
            }
            reply.next(new Logits(scores, 0, scores.length));
        }
        return reply;
    }
}
