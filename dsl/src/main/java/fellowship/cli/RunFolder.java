package fellowship.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run folder that holds a whole result.
 *
 * @param path where it is
 * @param shown as people know it
 * @param manifest what {@code manifest.json} says
 */
record RunFolder(Path path, String shown, JsonNode manifest) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws CommandException when it holds none */
    static RunFolder open(String name, Terminal terminal) {
        Path path = terminal.folder().resolve(name);
        Path manifest = path.resolve("manifest.json");
        if (!Files.isDirectory(path)) {
            throw new CommandException(ExitCode.USAGE, name + " is no run folder: there is no such folder");
        }
        if (!Files.isRegularFile(manifest)) {
            throw new CommandException(
                    ExitCode.USAGE, name + " holds no whole result: it has no manifest.json; run it to its end first");
        }
        try {
            return new RunFolder(path, name, JSON.readTree(Files.readAllBytes(manifest)));
        } catch (IOException | JacksonException e) {
            throw new CommandException(ExitCode.DATA, manifest + " cannot be read: " + e.getMessage());
        }
    }

    /** The names of its data sets of this kind, in the order of the script. */
    List<String> datasets(String type) {
        List<String> names = new ArrayList<>();
        for (JsonNode output : manifest.path("outputs")) {
            if (output.path("type").asString("").equals(type)) {
                names.add(output.path("name").asString(""));
            }
        }
        return names;
    }

    long seed() {
        return manifest.path("plan").path("seed").asLong(0);
    }
}
