package fellowship.dataset;

import fellowship.text.WellFormed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One line of output: strict JSON without line breaks, NaN or lone surrogates; keys in the order they were put. */
final class JsonLine {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonLine() {}

    static String of(Object value) {
        return WellFormed.text(MAPPER.writeValueAsString(value));
    }

    /** A score as it is written: always a decimal; null when there is none. */
    static @Nullable Double number(OptionalDouble score) {
        return score.isPresent() && Double.isFinite(score.getAsDouble()) ? (Double) score.getAsDouble() : null;
    }

    /** A column of a row: numbers that JSON cannot say become null. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        if (value instanceof Float number) {
            return plain(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonLine::plain).collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        boolean known = value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
        return known ? value : String.valueOf(value);
    }

    /** The same for an object. */
    static Map<String, @Nullable Object> object(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
        return copy;
    }
}
