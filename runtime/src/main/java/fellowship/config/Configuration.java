package fellowship.config;

import fellowship.chat.ModelRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's configuration after all its sources are merged: built in, user-wide file, project file, profile,
 * command line.
 *
 * @param roles which model plays which role
 * @param fallback the model of a role that nobody bound
 * @param providers by name
 */
public record Configuration(Map<String, ModelRef> roles, ModelRef fallback, Map<String, ProviderSettings> providers) {

    /** Stands in {@link #roles} for every role that is not named there. */
    public static final String EVERY_ROLE = "*";

    public Configuration {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    }

    /** The model that a script's {@code model '…'} means here: a reference as it is, a bound role, else the fallback. */
    public ModelRef resolve(String roleOrReference) {
        if (ModelRef.isReference(roleOrReference)) {
            return ModelRef.parse(roleOrReference);
        }
        return roles.getOrDefault(roleOrReference, roles.getOrDefault(EVERY_ROLE, fallback));
    }

    /** Whether {@link #resolve} falls back because nobody bound this role. */
    public boolean isUnbound(String roleOrReference) {
        return !ModelRef.isReference(roleOrReference)
                && !roles.containsKey(roleOrReference)
                && !roles.containsKey(EVERY_ROLE);
    }

    /**
     * The provider of a model reference.
     *
     * @param name its name, or a base URL; a URL always has settings, but a key only where the operator bound its host
     */
    public Optional<ProviderSettings> provider(String name) {
        if (name.startsWith("http://") || name.startsWith("https://")) {
            ProviderSettings settings = UrlProvider.of(name, providers.values());
            return Optional.of(isOffline() ? settings.offline() : settings);
        }
        return Optional.ofNullable(providers.get(name));
    }

    /** The price of what {@link #resolve} finds, where it is known. */
    public Optional<Price> price(String roleOrReference) {
        ModelRef model = resolve(roleOrReference);
        return provider(model.provider()).flatMap(settings -> settings.price(model.model()));
    }

    /**
     * The same, but no provider is asked, wherever it is: what is known already is used, and a call for anything else
     * fails. Scripted and synthetic answers stay, since they are made here.
     */
    public Configuration offline() {
        Map<String, ProviderSettings> all = new LinkedHashMap<>();
        providers.forEach((name, settings) -> all.put(name, settings.isHere() ? settings : settings.offline()));
        return new Configuration(roles, fallback, all);
    }

    private boolean isOffline() {
        return providers.values().stream()
                .anyMatch(settings -> settings.protocol() == ProviderSettings.Protocol.OFFLINE);
    }

    /** The same with more roles bound; these win. */
    public Configuration withRoles(Map<String, ModelRef> more) {
        Map<String, ModelRef> all = new LinkedHashMap<>(roles);
        all.putAll(more);
        return new Configuration(all, fallback, providers);
    }
}
