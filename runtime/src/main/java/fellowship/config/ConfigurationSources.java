package fellowship.config;

import fellowship.chat.ModelRef;
import fellowship.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run's configuration comes from. A later source wins: built in, user-wide file, project file, profiles in the
 * order they are named, roles of the command line.
 *
 * @param folder where the search for the project's {@code fellowship.toml} starts, going upwards: the folder of a
 *     person's own script, the working folder for a template from elsewhere
 * @param userFile the user-wide file; it need not exist
 * @param profiles from {@code --profile}
 * @param roles from {@code --model role=reference}; a reference alone, with an empty value, plays every role that is
 *     not named beside it
 */
public record ConfigurationSources(Path folder, Path userFile, List<String> profiles, Map<String, String> roles) {

    /** The model of a role that nobody bound anywhere: it runs in this process, without key or server. */
    public static final ModelRef FALLBACK = new ModelRef("embedded", "smollm2");

    public ConfigurationSources {
        profiles = List.copyOf(profiles);
        roles = java.util.Collections.unmodifiableMap(whole(roles));
    }

    /** A bare reference may hold an equals sign too, as {@code synthetic:noise=1}: what is before it is no role's name. */
    private static Map<String, String> whole(Map<String, String> roles) {
        Map<String, String> whole = new LinkedHashMap<>();
        roles.forEach((role, reference) -> {
            boolean cut = ModelRef.isReference(role) && !reference.isEmpty();
            whole.put(cut ? role + "=" + reference : role, cut ? "" : reference);
        });
        return whole;
    }

    /** Reads and merges all sources and collects everything that is wrong with any of them. */
    public ConfigurationReading read() {
        List<ConfigurationProblem> problems = new ArrayList<>();
        List<ConfigurationFile> files = new ArrayList<>();
        Optional<Path> project = ConfigurationFile.find(folder);
        if (Files.isRegularFile(userFile) && project.filter(this::isUserFile).isEmpty()) {
            files.add(ConfigurationFile.read(userFile, problems));
        }
        project.ifPresent(path -> files.add(ConfigurationFile.read(path, problems)));
        Map<String, ModelRef> bound = new LinkedHashMap<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (ConfigurationFile file : files) {
            bind(file.roles(), "", file, bound, origins);
        }
        profiles.forEach(profile -> profile(profile, files, bound, origins, problems));
        roles.keySet().stream().filter(this::isBare).forEach(reference -> {
            bound.clear();
            option(Configuration.EVERY_ROLE, reference, bound, origins, problems);
        });
        roles.forEach((role, reference) -> {
            if (!isBare(role)) {
                option(role, reference, bound, origins, problems);
            }
        });
        ModelRef fallback = files.stream()
                .flatMap(file -> file.fallback().stream())
                .reduce((below, above) -> above)
                .orElse(FALLBACK);
        Configuration made = new Configuration(bound, fallback, providers(files, problems));
        bound.forEach((role, model) -> known(made, model, origins.getOrDefault(role, role), problems));
        known(made, fallback, "default-model", problems);
        return new ConfigurationReading(
                made, origins, files.stream().map(ConfigurationFile::path).toList(), problems);
    }

    /** {@code --model REFERENCE}, without a role. */
    private boolean isBare(String role) {
        return "".equals(roles.get(role));
    }

    private boolean isUserFile(Path path) {
        return path.equals(userFile.toAbsolutePath().normalize());
    }

    private static void bind(
            Map<String, ModelRef> roles,
            String prefix,
            ConfigurationFile file,
            Map<String, ModelRef> bound,
            Map<String, String> origins) {
        roles.forEach((role, model) -> {
            bound.put(role, model);
            origins.put(
                    role, file.origins().getOrDefault(prefix + role, file.path().toString()));
        });
    }

    private static void profile(
            String profile,
            List<ConfigurationFile> files,
            Map<String, ModelRef> bound,
            Map<String, String> origins,
            List<ConfigurationProblem> problems) {
        List<String> known = files.stream()
                .flatMap(file -> file.profiles().keySet().stream())
                .distinct()
                .toList();
        if (!known.contains(profile)) {
            problems.add(new ConfigurationProblem(
                    "--profile", "there is no profile '" + profile + "'; " + Nearest.hint(profile, known)));
        }
        files.forEach(
                file -> bind(file.profiles().getOrDefault(profile, Map.of()), profile + ".", file, bound, origins));
    }

    private static void option(
            String role,
            String reference,
            Map<String, ModelRef> bound,
            Map<String, String> origins,
            List<ConfigurationProblem> problems) {
        try {
            bound.put(role, ModelRef.parse(reference));
            origins.put(role, "--model");
        } catch (IllegalArgumentException e) {
            problems.add(new ConfigurationProblem("--model " + role, String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, ProviderSettings> providers(
            List<ConfigurationFile> files, List<ConfigurationProblem> problems) {
        Map<String, ProviderSettings> all = new LinkedHashMap<>(BuiltInProviders.all());
        for (ConfigurationFile file : files) {
            file.providers().forEach((name, patch) -> {
                ProviderSettings made = patch.over(name, Optional.ofNullable(all.get(name)));
                all.put(name, made);
                reachable(made, patch.where(), problems);
            });
        }
        return all;
    }

    private static void reachable(ProviderSettings made, String where, List<ConfigurationProblem> problems) {
        boolean remote = made.protocol() == ProviderSettings.Protocol.OPENAI
                || made.protocol() == ProviderSettings.Protocol.ANTHROPIC;
        if (remote && made.url().isEmpty()) {
            problems.add(new ConfigurationProblem(where, "providers." + made.name() + " needs a url"));
            return;
        }
        List<String> host = ProviderPatch.hostOf(made.url());
        if (remote
                && !(made.key() instanceof KeySource.None)
                && made.hosts().stream().noneMatch(host::contains)) {
            problems.add(new ConfigurationProblem(
                    where,
                    "providers." + made.name() + " is at " + String.join("", host) + ", but its key is bound to "
                            + String.join(", ", made.hosts())
                            + "; state key and hosts beside the url, or key = \"none\""));
        }
    }

    private static void known(Configuration made, ModelRef model, String where, List<ConfigurationProblem> problems) {
        if (made.provider(model.provider()).isEmpty()) {
            problems.add(new ConfigurationProblem(
                    where,
                    "there is no provider '" + model.provider() + "'; "
                            + Nearest.hint(model.provider(), made.providers().keySet())));
        }
    }
}
