package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.Sampling;
import fellowship.config.ProviderSettings;
import fellowship.model.Wired;
import fellowship.model.openai.OpenAiModel;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

final class SecureTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    @Test
    void anUnknownAuthorityEndsTheRunAndAKnownOneAnswers() throws Exception {
        Path store = folder.resolve("store.p12");
        Path pem = folder.resolve("ca.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-storetype",
                "PKCS12");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                pem.toString());
        DisposableServer server = serve(store);
        try {
            ModelException error =
                    catchThrowableOfType(ModelException.class, () -> ask("localhost", server.port(), Map.of()));
            assertThat(error.reason()).isEqualTo("tls");
            assertThat(error.reaction()).isEqualTo(Reaction.RUN);
            assertThat(error.getMessage()).contains("SSL_CERT_FILE");
            Map<String, String> known = Map.of("SSL_CERT_FILE", pem.toString());
            assertThat(ask("localhost", server.port(), known)).isEqualTo("Blue.");
            ModelException other =
                    catchThrowableOfType(ModelException.class, () -> ask("127.0.0.1", server.port(), known));
            assertThat(other.reason()).as("a certificate of another host").isEqualTo("tls");
        } finally {
            server.disposeNow(Duration.ofSeconds(1));
        }
    }

    private static String ask(String host, int port, Map<String, String> more) {
        ProviderSettings settings = Wired.settings(
                ProviderSettings.Protocol.OPENAI, "https://" + host + ":" + port + "/v1", Duration.ofSeconds(10));
        Map<String, String> environment = new java.util.HashMap<>(more);
        environment.put(Wired.VARIABLE, Wired.KEY);
        try (HttpTransport transport = new HttpTransport(settings, Wired.TIME, environment)) {
            return new OpenAiModel(settings, transport, RateListener.NONE)
                    .complete(new ChatRequest(
                            new ModelRef("local", "m"),
                            List.of(Message.user("Name a color.")),
                            Sampling.standard(),
                            Optional.empty(),
                            0))
                    .block()
                    .text();
        }
    }

    private static DisposableServer serve(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        var context = SslContextBuilder.forServer(factory).build();
        return HttpServer.create()
                .host("localhost")
                .port(0)
                .secure(spec -> spec.sslContext(context))
                .handle((in, out) -> in.receive()
                        .aggregate()
                        .then(out.sendString(
                                        Mono.just(
                                                "{\"choices\":[{\"message\":{\"content\":\"Blue.\"},\"finish_reason\":\"stop\"}]}"))
                                .then()))
                .bindNow();
    }

    private static void keytool(String... words) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
