package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import fellowship.chat.Role;
import fellowship.chat.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequestKeyTest {

    /**
     * The keys of every journal and cache out there. Do not fix the expected values: a change of the canonical bytes
     * throws away everything that users have paid for. Raise the format version and write down why.
     */
    @Test
    void theKeysOfThisFormatAreThese() {
        assertThat(RequestKey.of(plain()).hex())
                .isEqualTo("35f3eae45182d052e15c9afc55f671a51fc197b9e3329e5948d955d47c82e612");
        assertThat(RequestKey.of(full()).hex())
                .isEqualTo("0adda4e928b8bb6e100218e894826550078ae5d4ab5176ad8f0cc0db0eb87dba");
    }

    @Test
    void changingAnyOneFieldChangesTheKey() {
        List<ChatRequest> requests = new ArrayList<>();
        requests.add(full());
        requests.addAll(mutants(full()));
        Map<String, Long> keys = requests.stream()
                .collect(Collectors.groupingBy(request -> RequestKey.of(request).hex(), Collectors.counting()));
        assertThat(keys).hasSize(requests.size());
    }

    @Test
    void theMutantsCoverEveryFieldOfARequest() {
        // A new field in one of these needs a place in the canonical bytes and a mutant below.
        assertThat(fields(ChatRequest.class)).containsExactly("model", "messages", "sampling", "schema", "draw");
        assertThat(fields(ModelRef.class)).containsExactly("provider", "model");
        assertThat(fields(Message.class)).containsExactly("role", "parts");
        assertThat(fields(Sampling.class)).containsExactly("temperature", "topP", "maxTokens", "stop", "topLogprobs");
        assertThat(fields(ReplySchema.class)).containsExactly("name", "schema");
        assertThat(Part.class.getPermittedSubclasses()).containsExactly(Part.Text.class, Part.Image.class);
        assertThat(fields(Part.Text.class)).containsExactly("text");
        assertThat(fields(Part.Image.class)).containsExactly("url");
    }

    @Test
    void equalRequestsHaveEqualKeys() {
        assertThat(RequestKey.of(full())).isEqualTo(RequestKey.of(full())).hasSameHashCodeAs(RequestKey.of(full()));
        assertThat(RequestKey.of(full())).hasToString(RequestKey.of(full()).hex());
        assertThat(RequestKey.of(RequestKey.of(full()).bytes())).isEqualTo(RequestKey.of(full()));
    }

    @Test
    void aKeyCannotBeChangedThroughItsBytes() {
        RequestKey key = RequestKey.of(plain());
        key.bytes()[0]++;
        assertThat(key).isEqualTo(RequestKey.of(plain()));
    }

    @Test
    void halfASurrogatePairIsNotAQuestionMark() {
        assertThat(RequestKey.of(saying("\ud83d"))).isNotEqualTo(RequestKey.of(saying("?")));
        assertThat(RequestKey.of(saying("\ud83d"))).isNotEqualTo(RequestKey.of(saying("\ud83c")));
    }

    @Test
    void aSchemaHoldsJsonOnly() {
        ChatRequest odd = withSchema(Map.of("when", new Object()));
        assertThatThrownBy(() -> RequestKey.of(odd)).hasMessageContaining("a schema holds maps, lists");
    }

    private static List<String> fields(Class<?> type) {
        return java.util.Arrays.stream(type.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList();
    }

    private static ChatRequest plain() {
        return saying("What is 2 + 2?");
    }

    private static ChatRequest saying(String text) {
        return new ChatRequest(
                new ModelRef("openai", "gpt-4o-mini"),
                List.of(Message.user(text)),
                Sampling.standard(),
                Optional.empty(),
                0);
    }

    private static ChatRequest full() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("rationale", Map.of("type", "string"));
        properties.put("score", new LinkedHashMap<>(Map.of("minimum", 1)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("properties", properties);
        schema.put("required", List.of("rationale", "score"));
        schema.put("additionalProperties", false);
        return new ChatRequest(
                new ModelRef("http://localhost:8000/v1", "llama"),
                List.of(
                        Message.system("You judge."),
                        new Message(
                                Role.USER,
                                List.of(new Part.Text("Löwe 🦁"), new Part.Image("https://example.org/lion.png")))),
                new Sampling(OptionalDouble.of(0.7), OptionalDouble.of(0.9), 256, List.of("END"), OptionalInt.of(5)),
                Optional.of(new ReplySchema("review", schema)),
                3);
    }

    private static List<ChatRequest> mutants(ChatRequest r) {
        List<ChatRequest> all = new ArrayList<>();
        all.add(with(r, new ModelRef("http://localhost:8000/v2", "llama")));
        all.add(with(r, new ModelRef("http://localhost:8000/v1", "llama2")));
        all.add(with(r, new ModelRef("http://localhost:8000/v1l", "lama")));
        all.add(new ChatRequest(r.model(), r.messages(), r.sampling(), r.schema(), 4));
        all.addAll(messages(r));
        Sampling s = r.sampling();
        all.add(with(r, s.withTemperature(0.70000001)));
        all.add(with(r, new Sampling(OptionalDouble.empty(), s.topP(), 256, s.stop(), s.topLogprobs())));
        all.add(with(r, new Sampling(OptionalDouble.of(0), s.topP(), 256, s.stop(), s.topLogprobs())));
        all.add(with(r, new Sampling(s.temperature(), OptionalDouble.of(1), 256, s.stop(), s.topLogprobs())));
        all.add(with(r, new Sampling(s.temperature(), OptionalDouble.empty(), 256, s.stop(), s.topLogprobs())));
        all.add(with(r, new Sampling(s.topP(), s.temperature(), 256, s.stop(), s.topLogprobs())));
        all.add(with(r, s.withMaxTokens(257)));
        all.add(with(r, new Sampling(s.temperature(), s.topP(), 256, List.of(), s.topLogprobs())));
        all.add(with(r, new Sampling(s.temperature(), s.topP(), 256, List.of("EN", "D"), s.topLogprobs())));
        all.add(with(r, new Sampling(s.temperature(), s.topP(), 256, s.stop(), OptionalInt.of(0))));
        all.add(with(r, new Sampling(s.temperature(), s.topP(), 256, s.stop(), OptionalInt.empty())));
        all.addAll(schemas(r));
        return all;
    }

    private static List<ChatRequest> messages(ChatRequest r) {
        Message first = r.messages().get(0);
        Message second = r.messages().get(1);
        Part text = second.parts().get(0);
        Part image = second.parts().get(1);
        List<ChatRequest> all = new ArrayList<>();
        all.add(r.withMessages(List.of(first)));
        all.add(r.withMessages(List.of(second, first)));
        all.add(r.withMessages(List.of(Message.user("You judge."), second)));
        all.add(r.withMessages(List.of(Message.system("You judge. "), second)));
        all.add(r.withMessages(List.of(first, new Message(Role.ASSISTANT, second.parts()))));
        all.add(r.withMessages(List.of(first, new Message(Role.USER, List.of(image, text)))));
        all.add(r.withMessages(List.of(first, new Message(Role.USER, List.of(text)))));
        all.add(r.withMessages(
                List.of(first, new Message(Role.USER, List.of(text, new Part.Text("https://example.org/lion.png"))))));
        all.add(r.withMessages(
                List.of(first, new Message(Role.USER, List.of(text, new Part.Image("https://example.org/lion.jpg"))))));
        all.add(r.withMessages(
                List.of(first, new Message(Role.USER, List.of(new Part.Text("Löwe "), new Part.Text("🦁"), image)))));
        all.add(r.withMessages(
                List.of(first, new Message(Role.USER, List.of(text)), new Message(Role.USER, List.of(image)))));
        return all;
    }

    private static List<ChatRequest> schemas(ChatRequest r) {
        Map<String, Object> schema = r.schema().orElseThrow().schema();
        List<ChatRequest> all = new ArrayList<>();
        all.add(new ChatRequest(r.model(), r.messages(), r.sampling(), Optional.empty(), r.draw()));
        all.add(new ChatRequest(
                r.model(), r.messages(), r.sampling(), Optional.of(new ReplySchema("verdict", schema)), r.draw()));
        Map<String, Object> reordered = new LinkedHashMap<>();
        List.of("required", "properties", "additionalProperties")
                .forEach(name -> reordered.put(name, schema.get(name)));
        all.add(withSchema(reordered));
        Map<String, Object> swapped = new LinkedHashMap<>();
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        swapped.put("score", properties.get("score"));
        swapped.put("rationale", properties.get("rationale"));
        for (Object other : List.of(swapped, Map.of(), List.of(), "x", 1, 1.0, true)) {
            Map<String, Object> changed = new LinkedHashMap<>(schema);
            changed.put("properties", other);
            all.add(withSchema(changed));
        }
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put("additionalProperties", true);
        all.add(withSchema(more));
        return all;
    }

    private static ChatRequest with(ChatRequest r, ModelRef model) {
        return new ChatRequest(model, r.messages(), r.sampling(), r.schema(), r.draw());
    }

    private static ChatRequest with(ChatRequest r, Sampling sampling) {
        return new ChatRequest(r.model(), r.messages(), sampling, r.schema(), r.draw());
    }

    private static ChatRequest withSchema(Map<String, Object> schema) {
        ChatRequest r = full();
        return new ChatRequest(
                r.model(), r.messages(), r.sampling(), Optional.of(new ReplySchema("review", schema)), r.draw());
    }
}
