package fellowship.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One provider, as the operator set it up.
 *
 * @param name as model references say it, for example {@code openai}
 * @param protocol which wire it speaks
 * @param url base URL, for example {@code https://api.openai.com/v1}; empty for providers in this process
 * @param key where its key comes from
 * @param hosts the hosts the key may be sent to; the URL's own host when the operator names none
 * @param headers more headers for each request
 * @param limits what the account may send
 * @param prices by model name; {@code *} for any other model
 * @param timeout the longest a call may take, from the first byte sent to the last received
 * @param jsonSchema whether its servers take {@code response_format: json_schema}; absent: tried once, then remembered
 */
public record ProviderSettings(
        String name,
        Protocol protocol,
        String url,
        KeySource key,
        List<String> hosts,
        Map<String, String> headers,
        Limits limits,
        Map<String, Price> prices,
        Duration timeout,
        Optional<Boolean> jsonSchema) {

    /** The longest a call may take when the operator says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    /** The wires that are spoken. */
    public enum Protocol {
        OPENAI,
        ANTHROPIC,
        EMBEDDED,
        SCRIPTED,
        SYNTHETIC,
        /** None: this provider is not to be asked. */
        OFFLINE
    }

    public ProviderSettings {
        hosts = List.copyOf(hosts);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        prices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    /** Whether its answers are made in this process out of what the operator gave. */
    boolean isHere() {
        return protocol == Protocol.SCRIPTED || protocol == Protocol.SYNTHETIC;
    }

    /** The same provider, which is not asked, so that no key is needed. Prices stay: reports tell what the answers cost. */
    ProviderSettings offline() {
        return new ProviderSettings(
                name, Protocol.OFFLINE, url, new KeySource.None(), hosts, headers, limits, prices, timeout, jsonSchema);
    }

    /** The price of a model, where it is known: the operator's, else the one in the dated {@link PriceTable}. */
    public Optional<Price> price(String model) {
        return Optional.ofNullable(prices.get(model))
                .or(() -> Optional.ofNullable(prices.get("*")))
                .or(() -> PriceTable.standard().find(url, model));
    }
}
