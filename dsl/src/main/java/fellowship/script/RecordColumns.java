package fellowship.script;

import fellowship.script.read.RecordData;
import fellowship.script.read.RecordMarks;
import fellowship.script.read.RecordValue;
import groovy.lang.GString;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a record apart into a row's columns: text, {@code Long}, {@code Double}, booleans, lists, maps. */
final class RecordColumns implements Function<Object, Map<String, Object>> {

    private final Class<?> type;
    private final Optional<RecordData> data;
    private final Map<String, Method> accessors = new LinkedHashMap<>();

    RecordColumns(Class<?> type) {
        this.type = type;
        this.data = RecordMarks.data(type);
        if (data.isPresent()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            accessors.put(component.getName(), accessor);
        }
    }

    /** @throws IllegalArgumentException when there is no record; an empty component makes no column */
    @Override
    public Map<String, Object> apply(@Nullable Object made) {
        Map<String, Object> columns = new LinkedHashMap<>();
        if (made instanceof RecordValue value
                && data.filter(value.type()::equals).isPresent()) {
            value.byName().forEach((name, one) -> {
                if (one != null) {
                    columns.put(name, plain(one));
                }
            });
            return columns;
        }
        if (!type.isInstance(made)) {
            throw new IllegalArgumentException("this should make a " + RecordShape.name(type) + ", but made "
                    + (made == null ? "nothing" : "a " + made.getClass().getSimpleName()));
        }
        accessors.forEach((name, accessor) -> {
            Object value = read(accessor, made);
            if (value != null) {
                columns.put(name, plain(value));
            }
        });
        return columns;
    }

    private static @Nullable Object read(Method accessor, Object made) {
        try {
            return accessor.invoke(made);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number && !(value instanceof Long)) {
            return number.doubleValue();
        }
        if (value instanceof GString || value instanceof Enum<?>) {
            return value.toString();
        }
        return value;
    }
}
