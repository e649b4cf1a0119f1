package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits the fields of one line to the columns that a script declares. A whole number serves as a decimal; text serves as
 * a number only where the file has nothing but text (CSV). Nothing else is converted.
 */
final class Fields {

    /** A field that does not fit. */
    static final class MisfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MisfitException(String message) {
            super(message, null, false, false);
        }
    }

    private final RowType type;
    private final boolean textOnly;

    Fields(RowType type, boolean textOnly) {
        this.type = type;
        this.textOnly = textOnly;
    }

    /** @throws MisfitException when a column is missing or of another kind */
    Map<String, Object> fit(Map<String, ?> line) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Column column : type.columns()) {
            Object value = line.get(column.name());
            if (value == null || textOnly && value.equals("") && column.kind() != Column.Kind.TEXT) {
                throw new MisfitException("the column '" + column.name() + "' is missing; the row has "
                        + String.join(", ", line.keySet()));
            }
            columns.put(
                    column.name(),
                    fit(column, value)
                            .orElseThrow(() -> new MisfitException("the column '" + column.name() + "' must be "
                                    + word(column.kind()) + ", was " + shown(value))));
        }
        return columns;
    }

    private Optional<Object> fit(Column column, Object value) {
        return switch (column.kind()) {
            case TEXT -> value instanceof String ? Optional.of(value) : Optional.empty();
            case WHOLE ->
                value instanceof Long
                        ? Optional.of(value)
                        : textOnly ? parsed(value.toString(), Long::valueOf) : whole(value);
            case DECIMAL ->
                value instanceof Number number
                        ? Optional.of(number.doubleValue())
                        : textOnly ? parsed(value.toString(), Double::valueOf) : Optional.empty();
            case YES_NO ->
                value instanceof Boolean
                        ? Optional.of(value)
                        : textOnly && List.of("true", "false").contains(value)
                                ? Optional.of("true".equals(value))
                                : Optional.empty();
            case LIST -> value instanceof List ? Optional.of(value) : Optional.empty();
            case MAP -> value instanceof Map ? Optional.of(value) : Optional.empty();
            case ANY -> Optional.of(value);
        };
    }

    private static Optional<Object> whole(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private static Optional<Object> parsed(String text, java.util.function.Function<String, Number> parse) {
        try {
            Number number = parse.apply(text.strip());
            return Double.isFinite(number.doubleValue()) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String word(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WHOLE -> "a whole number";
            case DECIMAL -> "a number";
            case YES_NO -> "true or false";
            case LIST -> "a list";
            case MAP -> "an object";
            case ANY -> "anything";
        };
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
