package fellowship.hub;

import fellowship.model.http.HostKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to the hub and to where it lets files be put. The token goes to the hub alone. A request that met a fault of the
 * network or of the server is sent again three times: each of them may be repeated.
 */
final class HubHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final int TRIES = 4;
    private static final int TOLD = 300;
    /** What the HTTP client sets by itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final HttpClient client;
    private final HostKey key;
    private final Duration pause;

    /** @param pause before the second try; doubled for each further one */
    HubHttp(HttpClient client, HostKey key, Duration pause) {
        this.client = client;
        this.key = key;
        this.pause = pause;
    }

    record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {}

    Answer post(URI address, String type, HttpRequest.BodyPublisher body) throws HubException, InterruptedException {
        return send("POST", address, Map.of("Content-Type", type, "Accept", accept(type)), body);
    }

    private static String accept(String type) {
        return type.contains("git-lfs") ? type : "application/json";
    }

    Answer put(URI address, Map<String, String> headers, HttpRequest.BodyPublisher body)
            throws HubException, InterruptedException {
        return send("PUT", address, headers, body);
    }

    private Answer send(String method, URI address, Map<String, String> headers, HttpRequest.BodyPublisher body)
            throws HubException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(30))
                .header("User-Agent", "fellowship")
                .method(method, body);
        headers.forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.setHeader(name, value);
            }
        });
        key.bearer(address).ifPresent(bearer -> request.setHeader("Authorization", bearer));
        String what = method + " " + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
        String fault = "";
        for (int tried = 0; tried < TRIES; tried++) {
            if (tried > 0) {
                LockSupport.parkNanos(pause.toNanos() << (tried - 1));
            }
            try {
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (!AGAIN.contains(answer.statusCode())) {
                    return answer(what, answer);
                }
                fault = "status " + answer.statusCode();
            } catch (IOException e) {
                fault = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            }
        }
        throw new HubException(key.mask(what + ": " + fault), false);
    }

    private Answer answer(String what, HttpResponse<byte[]> answer) throws HubException {
        int status = answer.statusCode();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (status == 401 || status == 403) {
            throw new HubException(
                    key.mask(what + ": status " + status
                            + "; the token is not good for this: it must be able to write. " + brief(text)),
                    true);
        }
        if (status >= 300 && status != 409) {
            throw new HubException(key.mask(what + ": status " + status + ": " + brief(text)), false);
        }
        try {
            return new Answer(status, JSON.readTree(text.isBlank() ? "{}" : text), answer.headers());
        } catch (JacksonException e) {
            return new Answer(status, JSON.createObjectNode(), answer.headers());
        }
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > TOLD ? line.substring(0, TOLD) + "…" : line;
    }
}
