package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.ProviderSettings;
import fellowship.model.Wired;
import fellowship.model.fault.Stage;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What more than one answer shows: connections that are kept, servers that go away, keys and where they may go. */
final class ConnectionTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String GOOD = Speech.OPENAI.good();

    @TempDir
    Path folder;

    @Test
    void theKeyGoesToNoHostItIsNotBoundTo() throws IOException {
        try (RawServer server = new RawServer(RawServer.answers(200, "", GOOD))) {
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
        RawServer gone = new RawServer(RawServer.answers(200, "", GOOD));
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
    void aConnectionThatTheServerHasClosedIsNoReasonToFail() throws IOException, InterruptedException {
        // Says nothing of closing, and closes.
        try (RawServer server = new RawServer(RawServer.answers(200, "", GOOD));
                HttpTransport transport = transport(server.url())) {
            for (int i = 0; i < 5; i++) {
                assertThat(ask(transport).text()).isEqualTo("Blue.");
                Thread.sleep(50);
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void aHostThatDoesNotExistEndsTheRun() {
        HttpTransport transport = transport("http://no-such-host.invalid/v1");
        ModelException error = catchThrowableOfType(ModelException.class, () -> ask(transport));
        assertThat(error.reason()).isIn("unknown-host", "deadline");
        assertThat(Sight.of(Stage.CONNECT, new UnknownHostException("h"), false).mark())
                .isEqualTo("unknown-host-at-start");
        assertThat(Sight.of(Stage.CONNECT, new UnknownHostException("h"), true).mark())
                .isEqualTo("unknown-host");
    }

    @Test
    void aTokenThatRanOutIsReadAnewOnce() throws IOException {
        Path file = folder.resolve("token");
        write(file, "sk-canary-first-111111");
        RawServer[] self = new RawServer[1];
        self[0] = new RawServer((socket, out) -> {
            boolean stale = self[0].requests() > 1 && self[0].lastRequest().contains("first-111111");
            RawServer.answers(stale ? 401 : 200, "Connection: close\r\n", stale ? "{}" : GOOD)
                    .on(socket, out);
        });
        try (RawServer server = self[0];
                HttpTransport transport = transport(server.url(), new KeySource.File(file))) {
            assertThat(ask(transport).text()).isEqualTo("Blue.");
            ModelException unchanged = catchThrowableOfType(ModelException.class, () -> ask(transport));
            assertThat(unchanged.reason()).isEqualTo("unauthorised");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void aNewTokenIsUsedFromThenOn() throws IOException {
        Path file = folder.resolve("token");
        write(file, "sk-canary-first-111111");
        RawServer[] self = new RawServer[1];
        self[0] = new RawServer((socket, out) -> {
            boolean stale = self[0].requests() > 1 && self[0].lastRequest().contains("first-111111");
            RawServer.answers(stale ? 401 : 200, "Connection: close\r\n", stale ? "{}" : GOOD)
                    .on(socket, out);
        });
        try (RawServer server = self[0];
                HttpTransport transport = transport(server.url(), new KeySource.File(file))) {
            assertThat(ask(transport).text()).isEqualTo("Blue.");
            write(file, "sk-canary-second-222222");
            assertThat(ask(transport).text()).isEqualTo("Blue.");
            assertThat(ask(transport).text()).isEqualTo("Blue.");
            assertThat(server.requests())
                    .as("one refused, one again, one with the new key")
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:hunter2canary@127.0.0.1/v1",
                "http://127.0.0.1/v1?key=hunter2canary",
                "http://a b/hunter2canary",
                "ftp://127.0.0.1/hunter2canary",
                "http://127.0.0.1/v1#hunter2canary"
            })
    void aUrlThatHoldsMoreThanAnAddressIsRefusedUnseen(String url) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> transport(url).check()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http(s)://host")
                .hasNoCause()
                .message()
                .doesNotContain("hunter2");
    }

    private static void write(Path file, String key) throws IOException {
        Files.writeString(file, key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static HttpTransport transport(String url) {
        return FaultCalls.transport(Speech.OPENAI, url, TIMEOUT);
    }

    private static HttpTransport transport(String url, KeySource key) {
        return new HttpTransport(
                new ProviderSettings(
                        "local",
                        ProviderSettings.Protocol.OPENAI,
                        url,
                        key,
                        List.of(),
                        Map.of(),
                        Limits.none(),
                        Map.of(),
                        TIMEOUT,
                        Optional.empty()),
                Wired.TIME,
                Map.of());
    }

    private static Completion ask(HttpTransport transport) {
        return FaultCalls.model(Speech.OPENAI, transport)
                .complete(FaultCalls.request())
                .block(Duration.ofSeconds(20));
    }
}
