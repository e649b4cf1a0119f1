package fellowship.config;

import fellowship.config.ProviderSettings.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of a server that a model reference names by its URL. */
final class UrlProvider {

    private UrlProvider() {}

    /**
     * A server at a provider's own URL is that provider. Any other server gets a key only when the operator bound its
     * host to one ({@code hosts}) and the way there is safe: https, or this machine.
     */
    static ProviderSettings of(String url, Collection<ProviderSettings> providers) {
        List<String> host = ProviderPatch.hostOf(url);
        Optional<ProviderSettings> same = providers.stream()
                .filter(settings -> settings.url().equals(url))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Optional<ProviderSettings> bound = providers.stream()
                .filter(settings -> settings.protocol() == Protocol.OPENAI && isSafe(url))
                .filter(settings -> settings.hosts().stream().anyMatch(host::contains))
                .filter(settings -> !(settings.key() instanceof KeySource.None))
                .findFirst();
        return new ProviderSettings(
                url,
                Protocol.OPENAI,
                url,
                bound.map(ProviderSettings::key).orElse(new KeySource.None()),
                host,
                bound.map(ProviderSettings::headers).orElse(Map.of()),
                bound.map(ProviderSettings::limits).orElse(Limits.none()),
                bound.map(ProviderSettings::prices).orElse(isHere(url) ? Map.of("*", Price.FREE) : Map.of()),
                bound.map(ProviderSettings::timeout).orElse(ProviderSettings.DEFAULT_TIMEOUT),
                bound.flatMap(ProviderSettings::jsonSchema));
    }

    private static boolean isSafe(String url) {
        return url.startsWith("https://") || isHere(url);
    }

    private static boolean isHere(String url) {
        return ProviderPatch.hostOf(url).stream()
                .anyMatch(host -> List.of("localhost", "127.0.0.1", "[::1]").contains(host));
    }
}
