package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.config.ProviderSettings;
import fellowship.model.OpenProvider;
import fellowship.model.Wired;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Whatever bytes an answer has, a call ends with a completion or with a fault of the table, and with nothing else. */
final class AnyBytesTest {

    private static final int BODIES = 3000;
    private static final String OPENAI =
            "{\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                    + "\"assistant\",\"content\":\"<think>a</think>Blue \\ud83d\\ude00.\",\"refusal\":null,\"tool_calls\":[]},"
                    + "\"logprobs\":{\"content\":[{\"token\":\"B\",\"logprob\":-0.5,\"top_logprobs\":[]}]},\"finish_reason\":"
                    + "\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5},\"error\":null}";
    private static final String ANTHROPIC =
            "{\"id\":\"m1\",\"type\":\"message\",\"model\":\"m\",\"content\":[{\"type\":"
                    + "\"thinking\",\"thinking\":\"a\"},{\"type\":\"text\",\"text\":\"Blue.\"}],\"stop_reason\":\"end_turn\","
                    + "\"usage\":{\"input_tokens\":3,\"cache_read_input_tokens\":1,\"output_tokens\":2}}";
    private static final String[] PIECES = {
        "null",
        "[]",
        "{}",
        "-1",
        "1e999",
        "\"\"",
        "true",
        "\"\\ud800\"",
        "[[[[",
        "\u0000",
        "\ufeff",
        "NaN",
        ",",
        "}",
        "9999999999999999999999",
        "{\"error\":{\"code\":\"429\"}}",
        "\"index\":0,",
        "\u202e"
    };
    private static final int[] STATUSES = {200, 200, 200, 200, 200, 200, 400, 429, 500, 503, 204, 299, 418};

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void everyCallEndsAsOneOfTwo(ProviderSettings.Protocol protocol) {
        String good = protocol == ProviderSettings.Protocol.OPENAI ? OPENAI : ANTHROPIC;
        AtomicInteger number = new AtomicInteger();
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((in, out) -> {
                    Random chance = new Random(number.incrementAndGet());
                    byte[] body = spoiled(good, chance);
                    return in.receive()
                            .aggregate()
                            .then(out.status(STATUSES[chance.nextInt(STATUSES.length)])
                                    .header("content-length", Integer.toString(body.length))
                                    .sendByteArray(Mono.just(body))
                                    .then());
                })
                .bindNow();
        ProviderSettings settings =
                Wired.settings(protocol, "http://127.0.0.1:" + server.port() + "/v1", Duration.ofSeconds(10));
        try (OpenProvider open = Wired.open(settings, RateListener.NONE, Wired.KEY)) {
            Map<String, Integer> ends = new TreeMap<>();
            Flux.range(0, BODIES)
                    .flatMap(i -> end(open.model()), 32)
                    .doOnNext(end -> ends.merge(end, 1, Integer::sum))
                    .blockLast(Duration.ofSeconds(60));
            assertThat(ends.values().stream().mapToInt(i -> i).sum()).isEqualTo(BODIES);
            assertThat(ends).doesNotContainKey("other").containsKeys("answer", "not-json", "cut");
            assertThat(ends.size()).as("%s", ends).isGreaterThan(8);
        } finally {
            server.disposeNow(Duration.ofSeconds(1));
        }
    }

    private static Mono<String> end(ChatModel model) {
        return model.complete(new ChatRequest(
                        new ModelRef("local", "m"),
                        List.of(Message.user("Name a color.")),
                        Sampling.standard(),
                        Optional.empty(),
                        0))
                .map(AnyBytesTest::answer)
                .onErrorResume(error -> Mono.just(error instanceof ModelException known ? known.reason() : "other"));
    }

    private static String answer(Completion completion) {
        String text = completion.text();
        boolean wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
        return wellFormed ? "answer" : "other";
    }

    /** A good body with a few bytes changed, cut, doubled, or replaced by something that could stand there. */
    private static byte[] spoiled(String good, Random chance) {
        String text = good;
        for (int i = chance.nextInt(4); i > 0; i--) {
            int from = chance.nextInt(text.length());
            int to = Math.min(text.length(), from + chance.nextInt(12));
            String piece = PIECES[chance.nextInt(PIECES.length)];
            text = text.substring(0, from) + piece + text.substring(to);
        }
        for (String value : List.of("\"stop\"", "\"Blue.\"", "3", "[]", "\"end_turn\"")) {
            if (chance.nextInt(6) == 0) {
                text = text.replace(value, PIECES[chance.nextInt(PIECES.length)]);
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (chance.nextInt(8) == 0) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        return chance.nextInt(10) == 0 ? Arrays.copyOf(bytes, chance.nextInt(bytes.length)) : bytes;
    }

    @Test
    void aGoodBodyIsAnAnswer() {
        assertThat(Json.read(Body.of(OPENAI.getBytes(StandardCharsets.UTF_8)))
                        .path("choices")
                        .size())
                .isOne();
        assertThat(Json.read(Body.of(ANTHROPIC.getBytes(StandardCharsets.UTF_8)))
                        .path("content")
                        .size())
                .isEqualTo(2);
    }
}
