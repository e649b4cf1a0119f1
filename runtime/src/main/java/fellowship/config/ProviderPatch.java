package fellowship.config;

import fellowship.config.ProviderSettings.Protocol;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file says of one provider; what is absent stays as the layer below has it.
 *
 * @param where the place of its table, for messages
 */
record ProviderPatch(
        String where,
        Optional<Protocol> protocol,
        Optional<String> url,
        Optional<KeySource> key,
        List<String> hosts,
        Map<String, String> headers,
        Limits limits,
        Map<String, Price> prices,
        Optional<Duration> timeout,
        Optional<Boolean> jsonSchema) {

    /**
     * A key goes with the hosts of the layer that states it: a file that moves a provider's URL and says nothing of the
     * key does not get the key moved along.
     */
    ProviderSettings over(String name, Optional<ProviderSettings> below) {
        String at = url.or(() -> below.map(ProviderSettings::url)).orElse("");
        List<String> bound = !hosts.isEmpty()
                ? hosts
                : key.isPresent() || below.isEmpty() ? hostOf(at) : below.get().hosts();
        return new ProviderSettings(
                name,
                protocol.or(() -> below.map(ProviderSettings::protocol)).orElse(Protocol.OPENAI),
                at,
                key.or(() -> below.map(ProviderSettings::key)).orElse(new KeySource.None()),
                bound,
                merged(below.map(ProviderSettings::headers), headers),
                limits(below.map(ProviderSettings::limits).orElse(Limits.none())),
                merged(below.map(ProviderSettings::prices), prices),
                timeout.or(() -> below.map(ProviderSettings::timeout)).orElse(ProviderSettings.DEFAULT_TIMEOUT),
                jsonSchema.or(() -> below.flatMap(ProviderSettings::jsonSchema)));
    }

    /** The host of a URL; none where there is no URL. */
    static List<String> hostOf(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(List::of).orElse(List.of());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private Limits limits(Limits below) {
        return new Limits(
                limits.requestsPerMinute().isPresent() ? limits.requestsPerMinute() : below.requestsPerMinute(),
                limits.tokensPerMinute().isPresent() ? limits.tokensPerMinute() : below.tokensPerMinute(),
                limits.inFlight().isPresent() ? limits.inFlight() : below.inFlight());
    }

    private static <V> Map<String, V> merged(Optional<Map<String, V>> below, Map<String, V> above) {
        Map<String, V> all = new LinkedHashMap<>(below.orElse(Map.of()));
        all.putAll(above);
        return all;
    }
}
