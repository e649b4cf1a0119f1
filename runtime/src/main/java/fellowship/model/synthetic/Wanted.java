package fellowship.model.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of the reply that a request asks for.
 *
 * @param name in small letters, with {@code _}
 * @param key as it is written in the reply
 * @param kind what it holds
 * @param options that it may be; else empty
 * @param least the lowest number
 * @param most the highest
 */
record Wanted(String name, String key, Kind kind, List<String> options, double least, double most) {

    /** What a field holds. */
    enum Kind {
        TEXT,
        NUMBER,
        WHOLE,
        YES_NO,
        CHOICE,
        LIST
    }

    private static final Pattern RANGE = Pattern.compile("a number(?: from (-?[\\d.]+) to (-?[\\d.]+))?");

    Wanted {
        options = List.copyOf(options);
    }

    /** The properties of a JSON schema. */
    static List<Wanted> ofSchema(Map<String, Object> schema) {
        List<Wanted> fields = new ArrayList<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> {
                if (property instanceof Map<?, ?> one) {
                    fields.add(property(String.valueOf(name), one));
                }
            });
        }
        return fields;
    }

    private static Wanted property(String name, Map<?, ?> property) {
        List<String> options = property.get("enum") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        Kind kind =
                switch (String.valueOf(property.get("type"))) {
                    case "integer" -> Kind.WHOLE;
                    case "number" -> Kind.NUMBER;
                    case "boolean" -> Kind.YES_NO;
                    case "array" -> Kind.LIST;
                    default -> options.isEmpty() ? Kind.TEXT : Kind.CHOICE;
                };
        return new Wanted(
                name, name, kind, options, bound(property.get("minimum"), 0), bound(property.get("maximum"), 10));
    }

    private static double bound(@org.jspecify.annotations.Nullable Object value, double otherwise) {
        return value instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** The lines of an instruction that carry the mark. */
    static List<Wanted> ofLines(String instruction, String mark) {
        List<Wanted> fields = new ArrayList<>();
        Matcher lines = Pattern.compile("(?m)^([A-Z0-9-]+)-" + Pattern.quote(mark) + ": (.+)$")
                .matcher(instruction);
        while (lines.find()) {
            String name = lines.group(1).toLowerCase(Locale.ROOT).replace('-', '_');
            fields.add(line(name, lines.group(1) + "-" + mark, lines.group(2)));
        }
        return fields;
    }

    private static Wanted line(String name, String key, String says) {
        Matcher range = RANGE.matcher(says);
        if (range.matches()) {
            return new Wanted(
                    name,
                    key,
                    Kind.NUMBER,
                    List.of(),
                    range.group(1) == null ? 0 : Double.parseDouble(range.group(1)),
                    range.group(2) == null ? 10 : Double.parseDouble(range.group(2)));
        }
        if (says.contains(" > ")) {
            return new Wanted(name, key, Kind.LIST, List.of(), 0, 0);
        }
        return says.equals("text")
                ? new Wanted(name, key, Kind.TEXT, List.of(), 0, 0)
                : new Wanted(name, key, Kind.CHOICE, Arrays.asList(says.split(" or ")), 0, 0);
    }
}
