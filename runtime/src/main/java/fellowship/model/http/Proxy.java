package fellowship.model.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxy that the environment names for an address, by the usual variables. */
record Proxy(String host, int port, Optional<String> user, String password) {

    static Optional<Proxy> of(URI target, Map<String, String> environment) {
        String scheme = target.getScheme();
        Optional<String> named = scheme.equals("https")
                ? variable(environment, "https_proxy")
                // HTTP_PROXY in capitals can be set by a request's header where programs run as CGI.
                : Optional.ofNullable(environment.get("http_proxy"));
        return named.filter(value -> !value.isBlank())
                .filter(value -> !isExcepted(
                        target.getHost(), variable(environment, "no_proxy").orElse("")))
                .map(value -> parse(value.strip()));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))));
    }

    /** The machine itself is never asked for through a proxy. */
    private static boolean isExcepted(String host, String list) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]")) {
            return true;
        }
        for (String entry : list.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            String suffix = entry.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
            if (entry.equals("*") || (!suffix.isEmpty() && (name.equals(suffix) || name.endsWith("." + suffix)))) {
                return true;
            }
        }
        return false;
    }

    private static Proxy parse(String value) {
        URI uri = uri(value.contains("://") ? value : "http://" + value);
        if (uri.getHost() == null) {
            throw unreadable();
        }
        String login = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        return new Proxy(
                uri.getHost(),
                uri.getPort() < 0 ? 8080 : uri.getPort(),
                user.isEmpty() ? Optional.empty() : Optional.of(decoded(user)),
                colon < 0 ? "" : decoded(login.substring(colon + 1)));
    }

    private static URI uri(String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            // Its own message would show the password.
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("the proxy in the environment must be http://[user:password@]host:port");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** User and password as they go over the wire. */
    String login() {
        return user.orElse("") + ":" + password;
    }

    @Override
    public String toString() {
        return "proxy " + host + ":" + port;
    }
}
