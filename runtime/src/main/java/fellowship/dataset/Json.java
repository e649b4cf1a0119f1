package fellowship.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as this package reads and writes it: strict, keys in order, no key twice, no number that JSON has not. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The fields of an object as plain values; nulls are left out. */
    static Map<String, Object> fields(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties().forEach(entry -> value(entry.getValue()).ifPresent(v -> fields.put(entry.getKey(), v)));
        return fields;
    }

    private static Optional<Object> value(JsonNode node) {
        if (node.isString()) {
            return Optional.of(node.asString());
        }
        if (node.isIntegralNumber()) {
            return Optional.of(node.canConvertToLong() ? (Object) node.longValue() : (Object) node.doubleValue());
        }
        if (node.isNumber()) {
            return Optional.of(node.doubleValue());
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> value(item).ifPresent(items::add));
            return Optional.of(List.copyOf(items));
        }
        return node.isObject() ? Optional.of(fields(node)) : Optional.empty();
    }

    /** One line of strict JSON; half surrogates, which no UTF-8 can hold, become U+FFFD. */
    static String line(Object value) {
        return whole(MAPPER.writeValueAsString(value));
    }

    private static String whole(String text) {
        @Nullable StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                if (mended == null) {
                    mended = new StringBuilder(text);
                }
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? text : mended.toString();
    }
}
