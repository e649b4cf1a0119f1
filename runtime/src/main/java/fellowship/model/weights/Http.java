package fellowship.model.weights;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Asks servers for files, with the certificates and the proxy of the environment. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration patience;

    /** @param patience how long nothing may arrive before a server is given up */
    Http(Map<String, String> environment, Duration patience) throws IOException {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .sslContext(Certificates.context(environment))
                .proxy(new EnvironmentProxy(environment))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build();
    }

    /** A request for an address. A login in the address becomes a header and leaves the address. */
    HttpRequest.Builder get(URI address) {
        Optional<String> login = Optional.ofNullable(address.getRawUserInfo());
        URI bare = login.isEmpty() ? address : URI.create(address.toString().replaceFirst("//[^/@]*@", "//"));
        HttpRequest.Builder request = HttpRequest.newBuilder(bare).header("User-Agent", "fellowship");
        login.map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8))
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(text -> request.header("Authorization", "Basic " + text));
        return request;
    }

    /**
     * Waits for an answer as long as something arrives.
     *
     * @param arrived counts what has arrived; asked about once a second
     */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body, LongSupplier arrived)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
        long last = arrived.getAsLong();
        long quiet = 0;
        try {
            while (true) {
                try {
                    return answer.get(200, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    long now = arrived.getAsLong();
                    quiet = now == last ? quiet + 200 : 0;
                    last = now;
                    if (quiet >= patience.toMillis()) {
                        throw new IOException("nothing came for " + patience.toSeconds() + " s");
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(said(e), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String said(ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
