package fellowship.annotate;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is let in: requests whose path begins with the token, that were sent to this very address and by no other page. A
 * foreign name in {@code Host} is a page that made its own name point to this machine (DNS rebinding).
 */
final class Gate {

    private final byte[] token;
    private final List<String> hosts;

    /**
     * @param token hard to guess
     * @param port of this server
     */
    Gate(String token, int port) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** What is asked for, without the token; absent for whoever is not let in. */
    Optional<String> path(URI asked, Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        List<String> origin = headers.getOrDefault("Origin", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (!origin.isEmpty() && !origin.equals(List.of("http://" + host.get(0)))) {
            return Optional.empty();
        }
        String path = asked.getRawPath();
        int end = path.indexOf('/', 1);
        if (!path.startsWith("/") || end < 0) {
            return Optional.empty();
        }
        byte[] given = path.substring(1, end).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token) ? Optional.of(path.substring(end)) : Optional.empty();
    }
}
