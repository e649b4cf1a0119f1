package fellowship.model.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A key that is given to one server only, and taken out of whatever is told. */
public final class HostKey {

    private final ApiKey key;
    private final URI server;
    private final Secrets secrets;

    /** @param server its scheme, host and port are the ones that may have the key */
    public HostKey(ApiKey key, URI server) {
        this.key = key;
        this.server = server;
        this.secrets = Secrets.of(List.of(key.value()));
    }

    /** The value of the {@code Authorization} header; absent for any other server. */
    public Optional<String> bearer(URI target) {
        boolean same = server.getScheme().equals(target.getScheme())
                && server.getHost().equalsIgnoreCase(String.valueOf(target.getHost()))
                && server.getPort() == target.getPort();
        return same ? Optional.of("Bearer " + key.value()) : Optional.empty();
    }

    /** Text without any piece of the key. */
    public String mask(String text) {
        return secrets.fromMessage(text);
    }

    @Override
    public String toString() {
        return "key of " + server.getHost();
    }
}
