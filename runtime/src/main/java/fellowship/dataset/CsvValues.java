package fellowship.dataset;

import fellowship.plan.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a table as the script's columns want them. An empty field is empty text, and no value of any other kind. */
final class CsvValues {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CsvValues() {}

    static Optional<Object> read(Column column, String field) throws BadValueException {
        if (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.ANY) {
            return Optional.of(field);
        }
        String text = field.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (column.kind()) {
                    case WHOLE -> whole(column, text);
                    case DECIMAL -> decimal(column, text);
                    case YES_NO -> yesNo(column, text);
                    case LIST -> nested(column, text, List.class, "a JSON list");
                    case MAP -> nested(column, text, Map.class, "a JSON object");
                    case TEXT, ANY -> field;
                });
    }

    private static Object whole(Column column, String text) throws BadValueException {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(column, "a whole number", text);
        }
    }

    private static Object decimal(Column column, String text) throws BadValueException {
        try {
            double value = Double.parseDouble(text);
            // parseDouble also takes NaN, hexadecimal and endings like 1f.
            if (Double.isFinite(value) && text.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?")) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw wrong(column, "a number with a decimal point", text);
    }

    private static Object yesNo(Column column, String text) throws BadValueException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(column, "true or false", text);
        };
    }

    private static Object nested(Column column, String text, Class<?> kind, String wanted) throws BadValueException {
        try {
            Object value = MAPPER.readValue(text, Object.class);
            if (kind.isInstance(value)) {
                return JsonValues.read(column, value);
            }
        } catch (JacksonException e) {
            // Told below.
        }
        throw wrong(column, wanted, text);
    }

    private static BadValueException wrong(Column column, String wanted, String text) {
        return new BadValueException(
                "wrong-type",
                "the column '" + column.name() + "' must be " + wanted + " and is " + JsonValues.kind(text));
    }
}
