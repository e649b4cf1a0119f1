package fellowship.dataset;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * YAML of maps, lists, texts and whole numbers, in block style. Text that YAML might read as anything else stands in
 * double quotes, escaped as in JSON, which YAML reads the same.
 */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final Pattern OTHER = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|nan|inf");

    private Yaml() {}

    static String of(Map<String, ?> map) {
        StringBuilder out = new StringBuilder();
        map(map, "", "", out);
        return out.toString();
    }

    private static void map(Map<?, ?> map, String first, String indent, StringBuilder out) {
        String lead = first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(lead).append(scalar(entry.getKey())).append(':');
            value(entry.getValue(), indent, out);
            lead = indent;
        }
    }

    private static void value(Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            map(map, indent + "  ", indent + "  ", out);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            list.forEach(item -> item(item, indent, out));
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static void item(Object item, String indent, StringBuilder out) {
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            map(map, indent + "- ", indent + "  ", out);
        } else {
            out.append(indent).append("- ").append(scalar(item)).append('\n');
        }
    }

    private static String scalar(Object value) {
        if (value instanceof String text) {
            boolean plain =
                    PLAIN.matcher(text).matches() && !OTHER.matcher(text).matches();
            return plain ? text : JsonLine.of(text);
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        return value instanceof List<?> ? "[]" : value.toString();
    }
}
