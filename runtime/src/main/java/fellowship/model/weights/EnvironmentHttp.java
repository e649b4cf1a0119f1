package fellowship.model.weights;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** HTTP with the certificates and the proxy that the environment names, and nothing followed that redirects. */
public final class EnvironmentHttp {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private EnvironmentHttp() {}

    /** @throws IOException when the certificates cannot be used */
    public static HttpClient of(Map<String, String> environment) throws IOException {
        return HttpClient.newBuilder()
                .sslContext(Certificates.context(environment))
                .proxy(new EnvironmentProxy(environment))
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }
}
