package fellowship.script;

import fellowship.dsl.Label;
import fellowship.script.read.RecordData;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a script's record of a row's columns. Nothing is lost on the way: 81 fits a {@code String id} and the text
 * {@code 7} an {@code int} (CSV knows only text), but 7.5 fits no {@code int}, and the row is refused with the column's
 * name.
 */
final class RecordReader<T> implements Function<Map<String, Object>, T> {

    private static final Map<Object, Boolean> TRUTH = Map.of("true", true, "false", false);

    private final String name;
    private final List<RecordData.Component> components;
    private final RecordShape.Making<T> making;

    RecordReader(Class<T> type) {
        RecordData record = RecordShape.of(type)
                .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " is not a record"));
        this.name = record.name();
        this.components = record.components();
        this.making = RecordShape.making(type);
    }

    /** @throws IllegalArgumentException when a column is missing or holds something else, with its name */
    @Override
    public T apply(Map<String, Object> columns) {
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components.get(i), columns.get(components.get(i).name()));
        }
        try {
            return making.of(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException(
                    "the record " + name + " refuses this row: " + (cause == null ? e : cause).getMessage(), e);
        }
    }

    private @Nullable Object value(RecordData.Component component, @Nullable Object value) {
        String column = "column '" + component.name() + "' of " + name;
        Class<?> wanted = component.type();
        if (wanted == Label.class && (value == null || value.toString().isBlank())) {
            return null; // nobody has labelled this row
        }
        if (value == null) {
            throw new IllegalArgumentException(column + " is missing");
        }
        Object made = coerce(wanted, value);
        if (made == null) {
            throw new IllegalArgumentException(column + " should be " + describe(wanted) + ", but is " + shown(value));
        }
        return made;
    }

    private static @Nullable Object coerce(Class<?> wanted, Object value) {
        if (wanted == String.class) {
            return value instanceof CharSequence || value instanceof Long || value instanceof Integer
                    ? value.toString()
                    : null;
        }
        if (wanted == Label.class) {
            return Label.of(value.toString()).orElse(null);
        }
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(value.toString()))
                    .findFirst()
                    .orElse(null);
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return value instanceof Boolean ? value : TRUTH.get(value);
        }
        if (wanted == Object.class || Collection.class.isAssignableFrom(wanted) || Map.class.isAssignableFrom(wanted)) {
            return wanted.isInstance(value) ? value : null;
        }
        return number(wanted, value);
    }

    private static @Nullable Object number(Class<?> wanted, Object value) {
        BigDecimal exact = exact(value);
        if (exact == null) {
            return null;
        }
        try {
            return switch (wanted.getSimpleName()) {
                case "int", "Integer" -> exact.intValueExact();
                case "long", "Long" -> exact.longValueExact();
                case "short", "Short" -> exact.shortValueExact();
                case "double", "Double" -> exact.doubleValue();
                case "float", "Float" -> exact.floatValue();
                case "BigInteger" -> exact.toBigIntegerExact();
                case "BigDecimal" -> exact;
                default -> null;
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal exact(Object value) {
        try {
            return value instanceof Number || value instanceof CharSequence
                    ? new BigDecimal(value.toString().strip())
                    : null;
        } catch (NumberFormatException notFinite) {
            return null;
        }
    }

    private static String describe(Class<?> wanted) {
        if (wanted.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(wanted.getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name())
                                    .toList());
        }
        return RowTypes.kind(wanted).map(RowTypes::word).orElse("a " + wanted.getSimpleName());
    }

    private static String shown(Object value) {
        String text = value instanceof List<?> || value instanceof Map<?, ?> ? "a list or a map" : "'" + value + "'";
        return text.length() <= 60 ? text : text.substring(0, 57) + "…'";
    }
}
