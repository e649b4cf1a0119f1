package fellowship.config;

import fellowship.chat.ModelRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code fellowship.toml}. The schema is closed: a key that is not known is a mistake.
 *
 * <pre>{@code
 * default-model = "openai:gpt-4o-mini"       # for roles that nobody bound
 *
 * [roles]
 * writer = "openai:gpt-4o-mini"
 *
 * [profiles.local.roles]                     # chosen with --profile local
 * writer = "ollama:llama3.2"
 *
 * [providers.openai]
 * protocol = "openai"                        # openai | anthropic
 * url      = "https://api.openai.com/v1"
 * key      = { env = "OPENAI_API_KEY" }      # or { file = "…" } or { command = ["pass", "show", "x"] } or "none"
 * hosts    = ["api.openai.com"]              # the key goes nowhere else
 * headers  = { "X-Team" = "prefs" }
 * limits   = { rpm = 500, tpm = 200000, in-flight = 64 }
 * prices   = { "gpt-4o-mini" = { input = 0.15, output = 0.60 } }   # US dollars for a million tokens
 * timeout  = "5m"
 * json-schema = true
 * }</pre>
 *
 * @param path where it is
 * @param fallback the {@code default-model}
 * @param roles bound for every profile
 * @param profiles roles by profile
 * @param providers what it says of each provider
 * @param origins where each role is bound, as {@code file:line}; a profile's as {@code profile.role}
 */
record ConfigurationFile(
        Path path,
        Optional<ModelRef> fallback,
        Map<String, ModelRef> roles,
        Map<String, Map<String, ModelRef>> profiles,
        Map<String, ProviderPatch> providers,
        Map<String, String> origins) {

    /** Its name in a project. */
    static final String NAME = "fellowship.toml";

    /** The nearest one from a folder upwards. */
    static Optional<Path> find(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Reads a file; what is wrong is added to the problems and left out. */
    static ConfigurationFile read(Path path, List<ConfigurationProblem> problems) {
        Section root = TomlText.read(path, problems).closed(List.of("default-model", "roles", "profiles", "providers"));
        Map<String, String> origins = new LinkedHashMap<>();
        Map<String, Map<String, ModelRef>> profiles = new LinkedHashMap<>();
        Section named = root.table("profiles");
        for (String name : named.keys()) {
            Section profile = named.table(name).closed(List.of("roles"));
            profiles.put(name, roles(profile.table("roles"), name + ".", origins));
        }
        Map<String, ProviderPatch> providers = new LinkedHashMap<>();
        Section listed = root.table("providers");
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("/"));
        for (String name : listed.keys()) {
            if (name.contains(":") || name.contains("/")) {
                listed.problem(name, "is no provider's name: letters, digits, '-' and '_'");
            } else {
                providers.put(name, ProviderSection.read(listed.table(name), listed.where(name), folder));
            }
        }
        return new ConfigurationFile(
                path,
                reference(root, "default-model"),
                roles(root.table("roles"), "", origins),
                profiles,
                providers,
                origins);
    }

    private static Map<String, ModelRef> roles(Section section, String prefix, Map<String, String> origins) {
        Map<String, ModelRef> roles = new LinkedHashMap<>();
        for (String role : section.keys()) {
            reference(section, role).ifPresent(model -> {
                roles.put(role, model);
                origins.put(prefix + role, section.where(role));
            });
        }
        return roles;
    }

    private static Optional<ModelRef> reference(Section section, String key) {
        Optional<String> text = section.text(key);
        try {
            return text.map(ModelRef::parse);
        } catch (IllegalArgumentException e) {
            section.problem(key, "is bound wrongly: " + e.getMessage());
            return Optional.empty();
        }
    }
}
