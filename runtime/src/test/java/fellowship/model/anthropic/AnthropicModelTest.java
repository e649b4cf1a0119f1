package fellowship.model.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import fellowship.chat.Role;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import fellowship.config.ProviderSettings;
import fellowship.model.http.RateListener;
import fellowship.model.http.Replying;
import fellowship.model.http.Replying.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnthropicModelTest {

    private static final Optional<ReplySchema> SCHEMA =
            Optional.of(new ReplySchema("Review", Map.of("type", "object")));

    @Test
    void theRequestIsWrittenInOneOrder() throws IOException {
        ChatRequest request = new ChatRequest(
                new ModelRef("local", "m"),
                List.of(
                        Message.system("Be brief."),
                        new Message(
                                Role.USER,
                                List.of(
                                        new Part.Image("data:image/png;base64,AAAA"),
                                        new Part.Image("https://x.org/a.png"),
                                        new Part.Text("What?"))),
                        Message.assistant("A cat.")),
                new Sampling(OptionalDouble.of(0.5), OptionalDouble.empty(), 64, List.of("END"), OptionalInt.empty()),
                SCHEMA,
                2);
        String reply = "{\"content\":[{\"type\":\"tool_use\",\"name\":\"Review\",\"input\":{\"score\":9}}],"
                + "\"stop_reason\":\"tool_use\",\"usage\":{\"input_tokens\":5,\"output_tokens\":4}}";
        try (Replying server = serving(reply)) {
            Completion completion = ask(server, request);
            assertThat(completion.text()).isEqualTo("{\"score\":9}");
            assertThat(completion.finish()).isEqualTo(Finish.COMPLETE);
            assertThat(server.bodies())
                    .containsExactly("{\"model\":\"m\",\"max_tokens\":64,\"system\":\"Be brief.\",\"messages\":["
                            + "{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"base64\","
                            + "\"media_type\":\"image/png\",\"data\":\"AAAA\"}},{\"type\":\"image\",\"source\":"
                            + "{\"type\":\"url\",\"url\":\"https://x.org/a.png\"}},{\"type\":\"text\",\"text\":"
                            + "\"What?\"}]},{\"role\":\"assistant\",\"content\":\"A cat.\"}],\"temperature\":0.5,"
                            + "\"stop_sequences\":[\"END\"],\"tools\":[{\"name\":\"Review\",\"description\":"
                            + "\"Gives the reply.\",\"input_schema\":{\"type\":\"object\"}}],"
                            + "\"tool_choice\":{\"type\":\"tool\",\"name\":\"Review\"}}");
            assertThat(server.lastRequest().toLowerCase()).contains("anthropic-version: 2023-06-01");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, COMPLETE", "stop_sequence, COMPLETE", "max_tokens, LENGTH", "refusal, REFUSAL",
        "pause_turn, UNKNOWN", "model_context_window_exceeded, LENGTH", "tool_use, UNKNOWN", "brand_new, UNKNOWN"
    })
    void theEndingIsNeverGuessed(String word, Finish finish) throws IOException {
        assertThat(answered(
                                "{\"content\":[{\"type\":\"text\",\"text\":\"hi\"}],\"stop_reason\":\"" + word + "\"}",
                                Optional.empty())
                        .finish())
                .isEqualTo(finish);
    }

    @Test
    void aTypedReplyThatWasCutIsNotComplete() throws IOException {
        Completion completion = answered(
                "{\"content\":[{\"type\":\"tool_use\",\"name\":\"Review\",\"input\":{}}],\"stop_reason\":\"max_tokens\"}",
                SCHEMA);
        assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void thinkingIsKeptApartAndCachedInputIsCounted() throws IOException {
        Completion completion = answered(
                "{\"model\":\"m-1\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"sky\"},"
                        + "{\"type\":\"text\",\"text\":\"Bl\"},{\"type\":\"text\",\"text\":\"ue.\"}],"
                        + "\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":5,\"cache_read_input_tokens\":20,"
                        + "\"cache_creation_input_tokens\":null,\"output_tokens\":4}}",
                Optional.empty());
        assertThat(completion.text()).isEqualTo("Blue.");
        assertThat(completion.reasoning()).contains("sky");
        assertThat(completion.model()).isEqualTo("m-1");
        assertThat(completion.usage()).isEqualTo(Usage.of(25, 4));
    }

    @Test
    void aRefusalWithoutWordsIsStillARefusal() throws IOException {
        assertThat(answered("{\"content\":[],\"stop_reason\":\"refusal\"}", Optional.empty())
                        .finish())
                .isEqualTo(Finish.REFUSAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":[],\"stop_reason\":\"end_turn\"} | empty",
                "{\"content\":[],\"stop_reason\":\"max_tokens\"} | reasoning-exhausted",
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":\"sky\"}],\"stop_reason\":\"max_tokens\"} | reasoning-exhausted",
                "{\"content\":[{\"type\":\"tool_use\",\"name\":\"Other\",\"input\":{}}],\"stop_reason\":\"tool_use\"} | unasked-tools",
                "{\"content\":null} | wrong-shape",
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}} | overloaded"
            })
    void whatIsNoAnswerIsAFault(String body, String reason) {
        ModelException error = catchThrowableOfType(ModelException.class, () -> answered(body, Optional.empty()));
        assertThat(error.reason()).isEqualTo(reason);
    }

    private static Completion answered(String body, Optional<ReplySchema> schema) throws IOException {
        try (Replying server = serving(body)) {
            return ask(
                    server,
                    new ChatRequest(
                            new ModelRef("local", "m"),
                            List.of(Message.user("Hello")),
                            Sampling.standard(),
                            schema,
                            0));
        }
    }

    private static Replying serving(String body) throws IOException {
        return new Replying(ProviderSettings.Protocol.ANTHROPIC, Optional.empty(), request -> new Answer(200, body));
    }

    private static Completion ask(Replying server, ChatRequest request) {
        return new AnthropicModel(server.settings(), server.transport(), RateListener.NONE)
                .complete(request)
                .block();
    }
}
