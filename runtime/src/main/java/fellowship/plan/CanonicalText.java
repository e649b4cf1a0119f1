package fellowship.plan;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plain data as one line of JSON that is always the same for the same data: keys in their order, no blanks, only what
 * must be escaped is escaped, whole decimals without a fraction. Its bytes are pinned by the fingerprint's test.
 */
final class CanonicalText {

    private CanonicalText() {}

    /** @throws IllegalArgumentException when the data hold something but text, numbers, booleans, lists and maps */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(entry.getKey().toString()) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(CanonicalText::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Double number) {
            return Plain.number(number);
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        throw new IllegalArgumentException("not plain data: " + value.getClass().getName());
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
