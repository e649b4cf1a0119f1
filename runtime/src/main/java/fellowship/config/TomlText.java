package fellowship.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads TOML: the one place of this package that knows its parser. */
final class TomlText {

    private static final TomlMapper MAPPER = new TomlMapper();

    private TomlText() {}

    /** The file's root table; empty, with a problem, when it cannot be read. */
    static Section read(Path path, List<ConfigurationProblem> problems) {
        String file = path.toString();
        String text = "";
        Map<String, Object> root = new LinkedHashMap<>();
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
            if (MAPPER.readValue(text, Map.class) instanceof Map<?, ?> map) {
                map.forEach((key, value) -> root.put(key.toString(), value));
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(new ConfigurationProblem(file + ":" + line, "this is not TOML: " + reason(e)));
        } catch (IOException e) {
            problems.add(new ConfigurationProblem(file, "cannot be read: " + e.getMessage()));
        }
        return new Section(file, KeyLines.of(text), List.of(), root, problems);
    }

    /** The parser's own words without its name for the source; the line stands in front already. */
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        String line = message.lines().findFirst().orElse(message);
        return line.isEmpty() ? "it ends too early" : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
