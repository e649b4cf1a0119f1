package fellowship.model.weights;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The model hub, or the mirror of it that {@code HF_ENDPOINT} names. */
final class HubSource implements WeightsSource {

    private final Http http;
    private final Optional<String> mirror;

    HubSource(Http http, Map<String, String> environment) {
        this.http = http;
        this.mirror = Optional.ofNullable(environment.get("HF_ENDPOINT")).filter(value -> !value.isBlank());
    }

    @Override
    public String name() {
        return "model hub";
    }

    @Override
    public void fetch(Weights weights, Path to, PullProgress progress) throws IOException, InterruptedException {
        URI address = URI.create(weights.hub());
        URI from = mirror.map(host -> URI.create(host.replaceAll("/+$", "") + address.getRawPath()))
                .orElse(address);
        new Download(http, from, to, weights.bytes()).run(name(), progress);
    }
}
