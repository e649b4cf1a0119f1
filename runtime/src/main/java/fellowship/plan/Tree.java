package fellowship.plan;

import fellowship.prompt.PromptTemplate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A map that is filled key by key; what is absent or empty gets no key, and values become plain data.
 * Enumerations that are words of scripts keep their spelling. */
final class Tree {

    private final Map<String, Object> map = new LinkedHashMap<>();

    Tree put(String key, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> put(key, present));
        } else if (value instanceof OptionalDouble optional) {
            optional.ifPresent(present -> map.put(key, present));
        } else if (value instanceof OptionalInt optional) {
            optional.ifPresent(present -> map.put(key, present));
        } else if (!(value instanceof Collection<?> list && list.isEmpty())) {
            map.put(key, plain(value));
        }
        return this;
    }

    private static Object plain(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(Tree::plain).toList();
        }
        if (value instanceof PromptTemplate || value instanceof SourcePosition) {
            return value.toString();
        }
        if (value instanceof Enum<?> word) {
            boolean ours = word.name().equals(word.name().toUpperCase(Locale.ROOT));
            return ours ? word.name().toLowerCase(Locale.ROOT).replace('_', '-') : word.name();
        }
        return value;
    }

    Map<String, Object> map() {
        return map;
    }
}
