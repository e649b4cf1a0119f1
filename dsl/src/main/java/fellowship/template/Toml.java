package fellowship.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML as plain maps: the one place of this package that knows its parser. */
final class Toml {

    private static final TomlMapper MAPPER = new TomlMapper();

    private Toml() {}

    /** @throws TemplateException when it is none, with the line */
    static Map<String, Object> table(Path file, String text) {
        try {
            return text.isBlank() ? Map.of() : texts(MAPPER.readValue(text, Map.class));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new TemplateException(
                    file + ":" + line + ": this is not TOML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("it ends too early"),
                    e);
        }
    }

    /** A table with its keys as texts, in their order. */
    static Map<String, Object> texts(Object table) {
        Map<String, Object> texts = new LinkedHashMap<>();
        if (table instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(key.toString(), value));
        }
        return texts;
    }

    /** A text in quotes, as TOML and JSON alike write it. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7f) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
