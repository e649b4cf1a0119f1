package fellowship.model.weights;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxy that the environment names, by the variables that pip and curl read. */
final class EnvironmentProxy extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Optional<URI> proxy;
    private final String exceptions;

    EnvironmentProxy(Map<String, String> environment) {
        this.proxy = variable(environment, "https_proxy")
                .or(() -> variable(environment, "all_proxy"))
                .map(value -> URI.create(value.contains("://") ? value : "http://" + value))
                .filter(uri -> uri.getHost() != null);
        this.exceptions = variable(environment, "no_proxy").orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    @Override
    public List<Proxy> select(URI target) {
        if (proxy.isEmpty() || !"https".equals(target.getScheme()) || isExcepted(target.getHost())) {
            return DIRECT;
        }
        URI by = proxy.get();
        int port = by.getPort() < 0 ? 8080 : by.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(by.getHost(), port)));
    }

    private boolean isExcepted(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (String entry : exceptions.split("[,\\s]+")) {
            String suffix = entry.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
            if (entry.equals("*") || (!suffix.isEmpty() && (name.equals(suffix) || name.endsWith("." + suffix)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException cause) {}
}
