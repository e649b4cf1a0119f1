package fellowship.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Part;
import fellowship.chat.Reaction;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenAiModelTest {

    private static final Sampling FULL =
            new Sampling(OptionalDouble.of(0.7), OptionalDouble.of(0.9), 64, List.of("END"), OptionalInt.of(2));
    private static final ReplySchema SCHEMA = new ReplySchema("Review", Map.of("type", "object"));

    @Test
    void theRequestIsWrittenInOneOrder() throws IOException {
        ChatRequest request = new ChatRequest(
                new ModelRef("local", "m"),
                List.of(
                        Message.system("Be brief."),
                        new Message(Role.USER, List.of(new Part.Text("What?"), new Part.Image("https://x.org/a.png")))),
                FULL,
                Optional.of(SCHEMA),
                3);
        try (Replying server = serving(body -> said("{}", "stop"))) {
            ask(server, request);
            assertThat(server.bodies())
                    .containsExactly("{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What?\"},"
                            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.org/a.png\"}}]}],"
                            + "\"max_tokens\":64,\"temperature\":0.7,\"top_p\":0.9,\"stop\":[\"END\"],"
                            + "\"logprobs\":true,\"top_logprobs\":2,"
                            + "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Review\","
                            + "\"strict\":true,\"schema\":{\"type\":\"object\"}}},\"seed\":3}");
            assertThat(server.lastRequest().toLowerCase())
                    .contains("post /v1/chat/completions", "x-title: test", "content-type: application/json")
                    .doesNotContain("authorization", "transfer-encoding");
        }
    }

    @Test
    void theNewNameOfTheBoundIsLearnedOnce() throws IOException {
        try (Replying server = serving(body -> body.contains("\"max_tokens\"")
                ? refused("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", "max_tokens")
                : said("Blue.", "stop"))) {
            OpenAiModel model = model(server);
            assertThat(model.complete(plain()).block().text()).isEqualTo("Blue.");
            assertThat(model.complete(plain()).block().text()).isEqualTo("Blue.");
            assertThat(server.bodies()).hasSize(3);
            assertThat(server.bodies().get(2)).contains("\"max_completion_tokens\":64");
        }
    }

    @Test
    void severalThingsAreLearnedInOneCall() throws IOException {
        try (Replying server = serving(body -> body.contains("\"max_tokens\"")
                ? refused("Unsupported parameter: 'max_tokens'.", "max_tokens")
                : body.contains("temperature")
                        ? refused(
                                "Unsupported value: 'temperature' does not support 0.7 with this model.", "temperature")
                        : said("Blue.", "stop"))) {
            assertThat(ask(server, plain()).text()).isEqualTo("Blue.");
            assertThat(server.bodies().get(2))
                    .contains("max_completion_tokens", "top_p")
                    .doesNotContain("temperature");
        }
    }

    @Test
    void aServerWithoutSchemasIsAskedWithout() throws IOException {
        try (Replying server = serving(body -> body.contains("response_format")
                ? new Answer(400, "{\"error\":{\"message\":\"response_format is broken here\"}}")
                : said("{}", "stop"))) {
            OpenAiModel model = model(server);
            assertThat(model.complete(typed()).block().text()).isEqualTo("{}");
            model.complete(typed()).block();
            assertThat(server.bodies()).hasSize(3);
        }
    }

    @Test
    void aSchemaThatTheOperatorPromisedIsNotGivenUp() throws IOException {
        try (Replying server = new Replying(
                ProviderSettings.Protocol.OPENAI,
                Optional.of(true),
                body -> new Answer(422, "{\"error\":{\"message\":\"response_format: schema too deep\"}}"))) {
            ModelException error = catchThrowableOfType(ModelException.class, () -> ask(server, typed()));
            assertThat(error.reaction()).isEqualTo(Reaction.ROW);
            assertThat(server.bodies()).hasSize(1);
        }
    }

    @Test
    void aRefusalThatRepeatsTheRequestDropsNothing() throws IOException {
        try (Replying server =
                serving(body -> new Answer(422, "{\"detail\":[{\"msg\":\"bad\",\"input\":" + body + "}]}"))) {
            catchThrowableOfType(ModelException.class, () -> ask(server, plain()));
            assertThat(server.bodies()).hasSize(1);
        }
    }

    @Test
    void aParameterNamedByItsPlaceIsLeftOut() throws IOException {
        String named = "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"top_p\"],"
                + "\"msg\":\"Extra inputs are not permitted\",\"input\":0.9}]}";
        try (Replying server =
                serving(body -> body.contains("top_p") ? new Answer(422, named) : said("Blue.", "stop"))) {
            assertThat(ask(server, plain()).text()).isEqualTo("Blue.");
            assertThat(server.bodies().get(1)).contains("temperature").doesNotContain("top_p");
        }
    }

    @Test
    void whatCannotBeLeftOutEndsTheRun() throws IOException {
        try (Replying server = serving(body -> refused("Unsupported parameter: 'messages'", "messages"))) {
            ModelException error = catchThrowableOfType(ModelException.class, () -> ask(server, plain()));
            assertThat(error.reaction()).isEqualTo(Reaction.RUN);
            assertThat(server.bodies()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stop, COMPLETE",
        "length, LENGTH",
        "content_filter, FILTER",
        "tool_calls, UNKNOWN",
        "brand_new, UNKNOWN"
    })
    void theEndingIsNeverGuessed(String word, Finish finish) throws IOException {
        assertThat(answered(said("Some text", word).body()).finish()).isEqualTo(finish);
    }

    @Test
    void noEndingIsUnknown() throws IOException {
        assertThat(answered("{\"choices\":[{\"message\":{\"content\":\"hi\"},\"finish_reason\":null}]}")
                        .finish())
                .isEqualTo(Finish.UNKNOWN);
    }

    @Test
    void aRefusalIsTheModelsOwnWord() throws IOException {
        Completion completion = answered("{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I will not.\"},"
                + "\"finish_reason\":\"stop\"}]}");
        assertThat(completion.finish()).isEqualTo(Finish.REFUSAL);
        assertThat(completion.text()).isEqualTo("I will not.");
    }

    @Test
    void thinkingNeverLeaksIntoTheText() throws IOException {
        Completion field = answered("{\"choices\":[{\"message\":{\"content\":\"Blue.\","
                + "\"reasoning_content\":\"sky\"},\"finish_reason\":\"stop\"}]}");
        assertThat(field.text()).isEqualTo("Blue.");
        assertThat(field.reasoning()).contains("sky");
        Completion tags = answered(said("<think>sky</think>Blue.", "stop").body());
        assertThat(tags.text()).isEqualTo("Blue.");
        assertThat(tags.reasoning()).contains("sky");
    }

    @Test
    void aThoughtWithoutAnEndIsACutReply() {
        ModelException error = catchThrowableOfType(
                ModelException.class,
                () -> answered(said("<think>sky and sea", "stop").body()));
        assertThat(error.reason()).isEqualTo("reasoning-exhausted");
        assertThat(error.reaction()).isEqualTo(Reaction.FIX);
    }

    @Test
    void aToolCallThatNobodyOfferedIsNoAnswer() {
        ModelException error = catchThrowableOfType(
                ModelException.class,
                () -> answered("{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"id\":\"1\"}]},"
                        + "\"finish_reason\":\"tool_calls\"}]}"));
        assertThat(error.reason()).isEqualTo("unasked-tools");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10} | 7 | 3 | false",
                "{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":25} | 7 | 18 | false",
                "{\"prompt_tokens\":7,\"completion_tokens\":0} | 7 | 64 | true",
                "{\"prompt_tokens\":0,\"completion_tokens\":3} | 8 | 3 | true",
                "{\"prompt_tokens\":-7,\"completion_tokens\":-3} | 8 | 64 | true",
                "{\"prompt_tokens\":9e15,\"completion_tokens\":3} | 8 | 3 | true",
                "null | 8 | 64 | true",
                "{} | 8 | 64 | true"
            })
    void countsAreBelievedOnlyWhereTheyCanBeTrue(String usage, long input, long output, boolean estimated)
            throws IOException {
        Completion completion = answered("{\"choices\":[{\"message\":{\"content\":\"Blue.\"},"
                + "\"finish_reason\":\"stop\"}],\"usage\":" + usage + "}");
        assertThat(completion.usage()).isEqualTo(new Usage(input, output, estimated));
    }

    @Test
    void logprobsAreReadAndNonsenseAmongThemIsLeftOut() throws IOException {
        Completion completion = answered("{\"choices\":[{\"message\":{\"content\":\"A\"},\"finish_reason\":\"stop\","
                + "\"logprobs\":{\"content\":[{\"token\":\"A\",\"logprob\":-0.1,\"top_logprobs\":["
                + "{\"token\":\"A\",\"logprob\":-0.1},{\"token\":\"B\",\"logprob\":-2.5},{\"token\":\"C\"}]},"
                + "{\"token\":\"x\",\"logprob\":null}]}}]}");
        assertThat(completion.logprobs()).hasSize(1);
        assertThat(completion.logprobs().get(0).logprob()).isEqualTo(-0.1);
        assertThat(completion.logprobs().get(0).top()).hasSize(2);
    }

    @Test
    void anErrorThatIsEmptyIsNone() throws IOException {
        for (String error : List.of("null", "{}", "\"\"")) {
            assertThat(answered("{\"error\":" + error + ",\"choices\":[{\"message\":{\"content\":\"x\"}}]}")
                            .text())
                    .isEqualTo("x");
        }
    }

    @Test
    void theModelThatAnsweredIsNamed() throws IOException {
        assertThat(answered("{\"id\":\"c-1\",\"model\":\"m-2026\",\"choices\":[{\"message\":{\"content\":\"x\"}}]}"))
                .satisfies(completion -> {
                    assertThat(completion.model()).isEqualTo("m-2026");
                    assertThat(completion.requestId()).contains("c-1");
                });
    }

    private static Completion answered(String body) throws IOException {
        try (Replying server = serving(request -> new Answer(200, body))) {
            return ask(server, plain());
        }
    }

    private static Replying serving(Function<String, Answer> replies) throws IOException {
        return new Replying(ProviderSettings.Protocol.OPENAI, Optional.empty(), replies);
    }

    private static OpenAiModel model(Replying server) {
        return new OpenAiModel(server.settings(), server.transport(), RateListener.NONE);
    }

    private static Completion ask(Replying server, ChatRequest request) {
        return model(server).complete(request).block();
    }

    private static ChatRequest plain() {
        return new ChatRequest(
                new ModelRef("local", "m"), List.of(Message.user("Name a color.")), FULL, Optional.empty(), 0);
    }

    private static ChatRequest typed() {
        return new ChatRequest(
                new ModelRef("local", "m"), List.of(Message.user("Rate it.")), FULL, Optional.of(SCHEMA), 0);
    }

    private static Answer said(String content, String finish) {
        return new Answer(
                200,
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                        + content.replace("\"", "\\\"") + "\"},\"finish_reason\":\"" + finish + "\"}]}");
    }

    private static Answer refused(String message, String param) {
        return new Answer(
                400,
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"invalid_request_error\",\"param\":\"" + param
                        + "\",\"code\":\"unsupported_parameter\"}}");
    }
}
