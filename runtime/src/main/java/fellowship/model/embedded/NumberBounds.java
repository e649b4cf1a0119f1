package fellowship.model.embedded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bounds that a schema sets to a number, as whole multiples of its last decimal. */
final class NumberBounds {

    /** Decimals of a number whose bounds have fewer. */
    private static final int DECIMALS = 2;

    /** How far a number goes where the schema sets no bound. */
    private static final BigDecimal SPAN = BigDecimal.valueOf(999_999);

    private NumberBounds() {}

    static NumberForm form(Map<?, ?> schema, String where, boolean isInteger, Vocabulary vocabulary) {
        BigDecimal least = number(schema, where, "minimum");
        BigDecimal most = number(schema, where, "maximum");
        BigDecimal above = number(schema, where, "exclusiveMinimum");
        BigDecimal below = number(schema, where, "exclusiveMaximum");
        int decimals = isInteger ? 0 : DECIMALS;
        for (BigDecimal bound : new BigDecimal[] {least, most, above, below}) {
            if (bound != null && !isInteger) {
                decimals = Math.max(decimals, Math.min(NumberForm.MOST_DECIMALS, bound.scale()));
            }
        }
        BigDecimal low = least != null || above != null
                ? greater(least, above)
                : min(BigDecimal.ZERO, most, below).subtract(SPAN);
        BigDecimal high = most != null || below != null
                ? smaller(most, below)
                : low.max(BigDecimal.ZERO).add(SPAN);
        long from = scaled(low, decimals, RoundingMode.CEILING);
        long to = scaled(high, decimals, RoundingMode.FLOOR);
        if (above != null && from == scaled(above, decimals, RoundingMode.FLOOR)) {
            from++;
        }
        if (below != null && to == scaled(below, decimals, RoundingMode.CEILING)) {
            to--;
        }
        if (from > to) {
            throw new SchemaException(where + " has bounds that no number lies between");
        }
        return NumberForm.of(from, to, decimals, vocabulary);
    }

    private static @Nullable BigDecimal number(Map<?, ?> schema, String where, String key) {
        Object value = schema.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number) || !(Math.abs(number.doubleValue()) <= NumberForm.FARTHEST)) {
            throw new SchemaException(where + " must have a " + key + " between -1e11 and 1e11");
        }
        return new BigDecimal(number.toString()).stripTrailingZeros();
    }

    private static BigDecimal greater(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? given(b) : b == null ? a : a.max(b);
    }

    private static BigDecimal smaller(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? given(b) : b == null ? a : a.min(b);
    }

    private static BigDecimal given(@Nullable BigDecimal value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static BigDecimal min(BigDecimal zero, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        BigDecimal least = a == null ? zero : zero.min(a);
        return b == null ? least : least.min(b);
    }

    private static long scaled(BigDecimal value, int decimals, RoundingMode rounding) {
        return value.movePointRight(decimals).setScale(0, rounding).longValueExact();
    }
}
