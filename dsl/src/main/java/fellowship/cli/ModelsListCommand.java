package fellowship.cli;

import fellowship.config.ConfigurationReading;
import fellowship.config.KeySource;
import fellowship.config.ProviderSettings;
import fellowship.text.Columns;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        sortOptions = false,
        description = "Roles and providers as they are set up here. Sends nothing and shows no key.")
final class ModelsListCommand implements Callable<Integer> {

    @Mixin
    final ModelOptions models = new ModelOptions();

    @Option(names = "--json", description = "The same as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    ModelsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ConfigurationReading reading = models.read(terminal);
        List<List<String>> roles = new ArrayList<>();
        reading.configuration()
                .roles()
                .forEach((role, model) -> roles.add(
                        List.of(role, model.toString(), reading.origins().getOrDefault(role, ""))));
        roles.add(List.of("(any other)", reading.configuration().fallback().toString(), "default"));
        List<List<String>> providers = new ArrayList<>();
        reading.configuration()
                .providers()
                .values()
                .forEach(provider -> providers.add(List.of(
                        provider.name(),
                        provider.protocol().name().toLowerCase(java.util.Locale.ROOT),
                        provider.url().isEmpty() ? "in this process" : provider.url(),
                        key(provider))));
        List<String> roleHeads = List.of("role", "model", "bound by");
        List<String> providerHeads = List.of("provider", "protocol", "url", "key");
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("roles", plain(roleHeads, roles));
            all.put("providers", plain(providerHeads, providers));
            terminal.out().print(Json.of(all));
        } else {
            terminal.out().print(Columns.of(roleHeads, roles));
            terminal.out().println();
            terminal.out().print(Columns.of(providerHeads, providers));
        }
        return ExitCode.DONE;
    }

    private static List<Map<String, Object>> plain(List<String> heads, List<List<String>> rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, Object> plain = new LinkedHashMap<>();
            for (int i = 0; i < heads.size(); i++) {
                plain.put(heads.get(i), row.get(i));
            }
            all.add(plain);
        }
        return all;
    }

    private String key(ProviderSettings provider) {
        KeySource key = provider.key();
        if (key instanceof KeySource.Env env) {
            boolean set =
                    !terminal.environment().getOrDefault(env.variable(), "").isBlank();
            return env.variable() + (set ? " (set)" : " (not set)");
        }
        if (key instanceof KeySource.File file) {
            return file.path() + (Files.isReadable(file.path()) ? "" : " (not there)");
        }
        return key instanceof KeySource.Command command
                ? "from " + command.words().get(0)
                : "none needed";
    }
}
