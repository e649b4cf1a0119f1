package fellowship.dataset;

import fellowship.plan.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of JSON as the script's columns want them. A whole number is a decimal too; a number or true/false is taken as
 * text where text is declared, as it is written, since ids often are numbers. Nothing else is turned into anything.
 */
final class JsonValues {

    private JsonValues() {}

    static Object read(Column column, Object value) throws BadValueException {
        return switch (column.kind()) {
            case TEXT -> text(column, value);
            case WHOLE -> whole(column, value);
            case DECIMAL -> decimal(column, value);
            case YES_NO -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                throw wrong(column, "true or false", value);
            }
            case LIST -> {
                if (value instanceof List<?>) {
                    yield plain(column, value);
                }
                throw wrong(column, "a list", value);
            }
            case MAP -> {
                if (value instanceof Map<?, ?>) {
                    yield plain(column, value);
                }
                throw wrong(column, "an object", value);
            }
            case ANY -> plain(column, value);
        };
    }

    private static Object text(Column column, Object value) throws BadValueException {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw wrong(column, "text", value);
    }

    private static Object whole(Column column, Object value) throws BadValueException {
        try {
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
            if (value instanceof BigInteger big) {
                return big.longValueExact();
            }
            if (value instanceof BigDecimal decimal && decimal.scale() <= 20 && decimal.precision() <= 40) {
                return decimal.longValueExact();
            }
        } catch (ArithmeticException e) {
            // It has a fraction, or more digits than a whole number may have.
        }
        throw wrong(column, "a whole number", value);
    }

    private static Object decimal(Column column, Object value) throws BadValueException {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(column, "a number", value);
    }

    /** Numbers as {@code Long} or {@code Double} all the way down; what is null is left out of objects. */
    private static Object plain(Column column, Object value) throws BadValueException {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getValue() != null) {
                    copy.put(String.valueOf(entry.getKey()), plain(column, entry.getValue()));
                }
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object item : list) {
                if (item == null) {
                    throw new BadValueException(
                            "wrong-type", "the column '" + column.name() + "' holds a list with a null in it");
                }
                copy.add(plain(column, item));
            }
            return copy;
        }
        if (value instanceof BigDecimal) {
            return decimal(column, value);
        }
        return value instanceof Number ? whole(column, value) : value;
    }

    private static BadValueException wrong(Column column, String wanted, Object value) {
        return new BadValueException(
                "wrong-type", "the column '" + column.name() + "' must be " + wanted + " and is " + kind(value));
    }

    /** What a value is, for people. */
    static String kind(Object value) {
        if (value instanceof String text) {
            return "the text \"" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "\"";
        }
        if (value instanceof Number number) {
            String digits = number.toString();
            return "the number " + (digits.length() > 30 ? digits.substring(0, 30) + "…" : digits);
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        return value instanceof Map<?, ?> ? "an object" : String.valueOf(value);
    }
}
