package fellowship.script;

import fellowship.script.read.RecordValue;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of a value that a leaf captured: the same in every run, or refused. */
final class StableValue {

    private StableValue() {}

    /** @throws IllegalArgumentException when the value has no stable text, with the variable's name */
    static String of(String variable, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
            return String.valueOf(value);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return quoted(value.toString());
        }
        if (value instanceof Path path) {
            return quoted(path.toString().replace('\\', '/'));
        }
        if (value instanceof Set<?> set) {
            return set.stream()
                    .map(item -> of(variable, item))
                    .sorted()
                    .toList()
                    .toString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(item -> of(variable, item)).toList().toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(of(variable, key), of(variable, item)));
            return sorted.toString();
        }
        if (value instanceof RecordValue record) {
            Map<String, String> parts = new LinkedHashMap<>();
            record.byName().forEach((name, part) -> parts.put(name, of(variable, part)));
            return record.type().name() + parts;
        }
        if (value instanceof Record record) {
            return record.getClass().getSimpleName() + components(variable, record);
        }
        throw new IllegalArgumentException("this closure uses '" + variable + "', a "
                + value.getClass().getSimpleName()
                + "; it may use its row, and text, numbers, lists, maps and records from outside");
    }

    private static Map<String, String> components(String variable, Record record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(
                        component.getName(),
                        of(variable, component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("the value of '" + variable + "' cannot be read", e);
            }
        }
        return values;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
