package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.Sampling;
import fellowship.config.ProviderSettings;
import fellowship.model.Wired;
import fellowship.model.openai.OpenAiModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server sends, a call ends in time, with the reaction of the fault table, and without the key. */
final class FaultyServerTest {

    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static final String GOOD = "{\"id\":\"x\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"Blue.\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}";
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final int RESET = 0;

    static Stream<Arguments> faults() throws IOException {
        return Stream.of(
                row("closes without a byte", RawServer.sends(""), Reaction.RETRY, "connection-lost"),
                row("resets", (socket, out) -> socket.setSoLinger(true, RESET), Reaction.RETRY, "connection-lost"),
                row("never answers", FaultyServerTest::sleeps, Reaction.RETRY, "deadline"),
                row("headers, then silence", FaultyServerTest::headThenSilence, Reaction.RETRY, "deadline"),
                row("one byte at a time", FaultyServerTest::drips, Reaction.RETRY, "deadline"),
                row(
                        "less than it said",
                        RawServer.sends(HEAD + "Content-Length: 900\r\n\r\n" + GOOD),
                        Reaction.RETRY,
                        "cut"),
                row(
                        "ends in mid-JSON",
                        RawServer.sends(HEAD + "Connection: close\r\n\r\n" + GOOD.substring(0, 60)),
                        Reaction.RETRY,
                        "cut"),
                row(
                        "cut chunks",
                        RawServer.sends(HEAD + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"id\":"),
                        Reaction.RETRY,
                        "cut"),
                row(
                        "bad chunk size",
                        RawServer.sends(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"),
                        Reaction.RETRY,
                        "garbled"),
                row("garbage", RawServer.sends("\u0000\u0001SSH-2.0 hello\r\n\r\n"), Reaction.RETRY, "garbled"),
                row(
                        "a header of 2 MB",
                        RawServer.sends("HTTP/1.1 200 OK\r\nX: " + "y".repeat(2 << 20) + "\r\n\r\n"),
                        Reaction.RETRY,
                        "garbled"),
                row("endless 102", FaultyServerTest::endlessInterim, Reaction.RETRY, "garbled"),
                row("endless body", FaultyServerTest::endlessBody, Reaction.ROW, "too-large"),
                row(
                        "a bomb of gzip",
                        RawServer.answers(200, "Content-Encoding: gzip\r\n", bomb()),
                        Reaction.ROW,
                        "too-large"),
                row(
                        "broken gzip",
                        RawServer.answers(200, "Content-Encoding: gzip\r\n", "nope"),
                        Reaction.RETRY,
                        "bad-encoding"),
                row(
                        "unasked coding",
                        RawServer.answers(200, "Content-Encoding: zstd\r\n", "nope"),
                        Reaction.RETRY,
                        "bad-encoding"),
                row("deep nesting", answers("[".repeat(1_000_000)), Reaction.ROW, "too-large"),
                row("a long number", answers("{\"choices\":" + "1".repeat(1_000_000) + "}"), Reaction.ROW, "too-large"),
                row(
                        "not UTF-8",
                        RawServer.answers(200, "", "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)),
                        Reaction.RETRY,
                        "bad-encoding"),
                row("an empty body", answers(""), Reaction.RETRY, "not-json"),
                row("a page for 200", answers("<html>Welcome</html>"), Reaction.RETRY, "not-json"),
                row("two objects", answers(GOOD + GOOD), Reaction.RETRY, "not-json"),
                row("no choices", answers("{\"choices\":[]}"), Reaction.RETRY, "empty"),
                row("choices null", answers("{\"choices\":null}"), Reaction.RETRY, "wrong-shape"),
                row("message null", answers("{\"choices\":[{\"message\":null}]}"), Reaction.RETRY, "empty"),
                row("content null", answers(saying("null", "stop")), Reaction.RETRY, "empty"),
                row("nothing, and length", answers(saying("\"\"", "length")), Reaction.ROW, "reasoning-exhausted"),
                row("an error inside", answers("{\"error\":{\"message\":\"hm\"}}"), Reaction.RETRY, "error-in-answer"),
                row(
                        "a 429 inside",
                        answers("{\"error\":{\"code\":429,\"message\":\"slow\"}}"),
                        Reaction.SLOW,
                        "rate-limited"),
                row(
                        "overloaded inside",
                        answers("{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}"),
                        Reaction.RETRY,
                        "overloaded"),
                row("a routed 402", answers("{\"code\":402,\"message\":\"pay\"}"), Reaction.RUN, "no-credit"),
                row(
                        "502 with a page",
                        RawServer.answers(502, "", "<html>Bad Gateway</html>"),
                        Reaction.RETRY,
                        "gateway"),
                row(
                        "a redirect",
                        RawServer.answers(307, "Location: http://evil.example/\r\n", ""),
                        Reaction.RUN,
                        "redirect"),
                row(
                        "401",
                        RawServer.answers(
                                401, "", "{\"error\":{\"message\":\"Incorrect API key provided: " + Wired.KEY + "\"}}"),
                        Reaction.RUN,
                        "unauthorised"),
                row(
                        "a wrong type",
                        answers("{\"choices\":[{\"message\":{\"content\":5},\"logprobs\":7}]}"),
                        Reaction.RETRY,
                        "empty"),
                row("a proxy's 407", RawServer.answers(407, "", "who?"), Reaction.RUN, "proxy"),
                row(
                        "the key sent back in a page",
                        RawServer.answers(503, "", "<pre>Authorization: Bearer " + Wired.KEY + "</pre>"),
                        Reaction.RETRY,
                        "gateway"));
    }

    private static Arguments row(String name, RawServer.Play play, Reaction reaction, String reason) {
        return Arguments.of(name, play, reaction, reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theCallEndsAsTheTableSays(String name, RawServer.Play play, Reaction reaction, String reason)
            throws IOException {
        try (RawServer server = new RawServer(play);
                HttpTransport transport = transport(server.url())) {
            long start = System.nanoTime();
            ModelException error = catchThrowableOfType(ModelException.class, () -> ask(transport));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(4));
            assertThat(error).as(name).isNotNull();
            assertThat(error.reason()).as(error.getMessage()).isEqualTo(reason);
            assertThat(error.reaction()).as(error.getMessage()).isEqualTo(reaction);
            assertThat(error.getMessage()).startsWith("local m: ").contains(";").hasSizeLessThan(700);
            assertThat(error.getMessage()).doesNotContain("canary", "<html>");
            assertThat(error.raw())
                    .doesNotContain("canary", Wired.KEY.substring(10))
                    .hasSizeLessThanOrEqualTo(65_536);
            assertThat(server.connections())
                    .as("sent once, never again by itself")
                    .isEqualTo(1);
        }
    }

    @Test
    void anInterimAnswerIsPassedOver() throws IOException {
        String interim = "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
        Completion completion =
                answered(RawServer.sends(interim + HEAD + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD));
        assertThat(completion.text()).isEqualTo("Blue.");
    }

    @Test
    void emptyLinesBeforeTheAnswerAreSkipped() throws IOException {
        assertThat(answered(answers("\n\n\n\n" + GOOD)).text()).isEqualTo("Blue.");
    }

    @Test
    void aPackedAnswerIsUnpacked() throws IOException {
        assertThat(answered(RawServer.answers(
                                200, "Content-Encoding: gzip\r\n", packed(GOOD.getBytes(StandardCharsets.UTF_8))))
                        .text())
                .isEqualTo("Blue.");
    }

    @Test
    void anAnswerInSingleBytesIsWhole() throws IOException {
        String all = HEAD + "Content-Length: " + GOOD.length() + "\r\n\r\n" + GOOD;
        Completion completion = answered((socket, out) -> {
            socket.setTcpNoDelay(true);
            for (byte one : all.getBytes(StandardCharsets.UTF_8)) {
                out.write(one);
                out.flush();
            }
        });
        assertThat(completion.text()).isEqualTo("Blue.");
    }

    @Test
    void halfACharacterIsReplaced() throws IOException {
        assertThat(answered(answers(saying("\"ab\\ud83d\"", "stop"))).text()).isEqualTo("ab\ufffd");
    }

    @Test
    void aKeyInAnAnswerIsTakenOut() throws IOException {
        assertThat(answered(answers(saying("\"it is " + Wired.KEY + ".\"", "stop")))
                        .text())
                .isEqualTo("it is ***.");
    }

    @Test
    void theKeyGoesToNoHostItIsNotBoundTo() throws IOException {
        try (RawServer server = new RawServer(answers(GOOD))) {
            ProviderSettings settings =
                    Wired.settings(ProviderSettings.Protocol.OPENAI, server.url(), TIMEOUT, List.of("api.example.com"));
            HttpTransport transport = new HttpTransport(settings, Wired.TIME, Map.of(Wired.VARIABLE, Wired.KEY));
            ModelException early = catchThrowableOfType(ModelException.class, transport::check);
            ModelException late = catchThrowableOfType(ModelException.class, () -> ask(transport));
            assertThat(early.reason()).isEqualTo("foreign-host").isEqualTo(late.reason());
            assertThat(early.reaction()).isEqualTo(Reaction.RUN);
            assertThat(early.getMessage()).contains("api.example.com", "127.0.0.1");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aServerThatIsNotThereEndsTheRunWithAdvice() throws IOException {
        RawServer gone = new RawServer(answers(GOOD));
        gone.close();
        ModelException error = catchThrowableOfType(ModelException.class, () -> ask(transport(gone.url())));
        assertThat(error.reason()).isEqualTo("refused");
        assertThat(error.reaction()).isEqualTo(Reaction.RUN);
        assertThat(error.getMessage()).contains("nothing listens").contains("start the server");
    }

    @Test
    void aServerThatWentAwayIsTriedAgain() throws IOException {
        RawServer server = new RawServer(RawServer.answers(200, "Connection: close\r\n", GOOD));
        try (HttpTransport transport = transport(server.url())) {
            assertThat(ask(transport).text()).isEqualTo("Blue.");
            server.close();
            ModelException error = catchThrowableOfType(ModelException.class, () -> ask(transport));
            assertThat(error.reaction()).isEqualTo(Reaction.RETRY);
        }
    }

    @Test
    void aHostThatDoesNotExistEndsTheRun() {
        HttpTransport transport = transport("http://no-such-host.invalid/v1");
        ModelException error = catchThrowableOfType(ModelException.class, () -> ask(transport));
        assertThat(error.reason()).isIn("unknown-host", "deadline");
    }

    private static Completion answered(RawServer.Play play) throws IOException {
        try (RawServer server = new RawServer(play);
                HttpTransport transport = transport(server.url())) {
            return ask(transport);
        }
    }

    private static HttpTransport transport(String url) {
        return new HttpTransport(
                Wired.settings(ProviderSettings.Protocol.OPENAI, url, TIMEOUT),
                Wired.TIME,
                Map.of(Wired.VARIABLE, Wired.KEY));
    }

    private static Completion ask(HttpTransport transport) {
        ProviderSettings settings = Wired.settings(ProviderSettings.Protocol.OPENAI, "http://unused", TIMEOUT);
        return new OpenAiModel(settings, transport, RateListener.NONE)
                .complete(new ChatRequest(
                        new ModelRef("local", "m"),
                        List.of(Message.user("Name a color.")),
                        Sampling.standard(),
                        Optional.empty(),
                        0))
                .block(Duration.ofSeconds(20));
    }

    private static RawServer.Play answers(String body) {
        return RawServer.answers(200, "", body);
    }

    private static String saying(String content, String finish) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + content
                + "},\"finish_reason\":\"" + finish + "\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":9}}";
    }

    private static void sleeps(Socket socket, java.io.OutputStream out) throws IOException {
        socket.getInputStream().read();
    }

    private static void headThenSilence(Socket socket, java.io.OutputStream out) throws IOException {
        out.write((HEAD + "Content-Length: 900\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        sleeps(socket, out);
    }

    private static void drips(Socket socket, java.io.OutputStream out) throws IOException, InterruptedException {
        out.write((HEAD + "Content-Length: 90000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 90_000; i++) {
            out.write(' ');
            out.flush();
            Thread.sleep(20);
        }
    }

    private static void endlessBody(Socket socket, java.io.OutputStream out) throws IOException {
        out.write((HEAD + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1000; i++) {
            out.write(spaces);
        }
    }

    private static void endlessInterim(Socket socket, java.io.OutputStream out) throws IOException {
        for (int i = 0; i < 100_000; i++) {
            out.write("HTTP/1.1 102 Processing\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
