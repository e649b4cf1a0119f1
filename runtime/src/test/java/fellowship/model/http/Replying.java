package fellowship.model.http;

import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.ProviderSettings;
import fellowship.model.Wired;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A server that makes each answer from the request it got, and remembers the requests. */
public final class Replying implements AutoCloseable {

    /** One answer. */
    public record Answer(int status, String body) {}

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final RawServer server;
    private final HttpTransport transport;
    private final ProviderSettings settings;

    public Replying(ProviderSettings.Protocol protocol, Optional<Boolean> jsonSchema, Function<String, Answer> replies)
            throws IOException {
        RawServer[] self = new RawServer[1];
        server = new RawServer((socket, out) -> {
            String request = self[0].lastRequest();
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            bodies.add(body);
            Answer answer = replies.apply(body);
            RawServer.answers(answer.status(), "Connection: close\r\n", answer.body())
                    .on(socket, out);
        });
        self[0] = server;
        settings = new ProviderSettings(
                "local",
                protocol,
                server.url(),
                new KeySource.None(),
                List.of(),
                Map.of("X-Title", "test"),
                Limits.none(),
                Map.of(),
                Duration.ofSeconds(5),
                jsonSchema);
        transport = new HttpTransport(settings, Wired.TIME, Map.of());
    }

    public ProviderSettings settings() {
        return settings;
    }

    public HttpTransport transport() {
        return transport;
    }

    /** The bodies received so far. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The last request, head and body. */
    public String lastRequest() {
        return server.lastRequest();
    }

    @Override
    public void close() throws IOException {
        transport.close();
        server.close();
    }
}
