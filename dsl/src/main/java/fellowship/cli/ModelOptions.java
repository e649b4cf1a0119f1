package fellowship.cli;

import fellowship.config.ConfigurationReading;
import fellowship.config.ConfigurationSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which models, without a script: the configuration of the working folder. */
final class ModelOptions {

    @Option(
            names = "--model",
            mapFallbackValue = "",
            paramLabel = "[ROLE=]MODEL",
            description = "Who plays a role, or every role: provider:model or URL#model.")
    Map<String, String> models = new LinkedHashMap<>();

    @Option(names = "--profile", paramLabel = "NAME", split = ",", description = "Roles from [profiles.NAME.roles].")
    List<String> profiles = new ArrayList<>();

    /** @throws CommandException with all that is wrong */
    ConfigurationReading read(Terminal terminal) {
        ConfigurationReading reading =
                new ConfigurationSources(terminal.folder(), terminal.userFile(), profiles, models).read();
        if (!reading.problems().isEmpty()) {
            boolean usage = reading.problems().stream()
                    .anyMatch(problem -> problem.where().startsWith("--"));
            throw new CommandException(
                    usage ? ExitCode.USAGE : ExitCode.CONFIGURATION,
                    reading.problems().stream().map(Object::toString).toList());
        }
        return reading;
    }
}
