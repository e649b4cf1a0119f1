package fellowship.tool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Arithmetic on decimal numbers of bounded size. Sums, differences, products and powers are exact; a quotient or a root that
 * does not end is rounded to {@value #DIGITS} digits, or to as many as the number it was taken of.
 */
final class Decimals {

    /** Digits of a quotient or a root that does not end. */
    static final int DIGITS = 34;

    /** Most digits of any number on the way, before and after the point. */
    static final int MOST = 1_000;

    private Decimals() {}

    static BigDecimal bounded(BigDecimal value) {
        if (value.precision() > MOST || Math.abs((long) value.scale()) > MOST) {
            throw new ExpressionException("a number on the way has more than " + MOST + " digits");
        }
        return value;
    }

    static BigDecimal divide(BigDecimal a, BigDecimal b) {
        nonZero(b);
        return bounded(a.divide(b, rounded(a)));
    }

    /** What is left of a division; it has the sign of the dividend, as in Java. */
    static BigDecimal remainder(BigDecimal a, BigDecimal b) {
        nonZero(b);
        return bounded(a.remainder(b));
    }

    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        BigDecimal whole = exponent.stripTrailingZeros();
        if (whole.scale() > 0) {
            throw new ExpressionException("the exponent of ^ must be a whole number; for a root say sqrt(…)");
        }
        if (whole.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new ExpressionException("the exponent of ^ is beyond " + MOST);
        }
        int times = whole.intValueExact();
        BigDecimal plain = base.stripTrailingZeros();
        long digits = (long) plain.precision() * Math.abs(times);
        long scale = (long) Math.abs(plain.scale()) * Math.abs(times);
        if (digits > 2L * MOST || scale > 2L * MOST) {
            throw new ExpressionException("a number on the way has more than " + MOST + " digits");
        }
        BigDecimal power = bounded(plain.pow(Math.abs(times)));
        return times < 0 ? divide(BigDecimal.ONE, power) : power;
    }

    static BigDecimal call(String function, List<BigDecimal> of) {
        return switch (function) {
            case "min" -> of.stream().reduce(BigDecimal::min).orElseThrow();
            case "max" -> of.stream().reduce(BigDecimal::max).orElseThrow();
            case "round" -> of.get(0).setScale(of.size() == 2 ? places(of.get(1)) : 0, RoundingMode.HALF_UP);
            case "abs" -> of.get(0).abs();
            case "floor" -> of.get(0).setScale(0, RoundingMode.FLOOR);
            case "ceil" -> of.get(0).setScale(0, RoundingMode.CEILING);
            case "sqrt" -> root(of.get(0));
            default -> throw new ExpressionException("there is no function " + function);
        };
    }

    private static int places(BigDecimal wanted) {
        if (wanted.signum() < 0
                || wanted.compareTo(BigDecimal.valueOf(100)) > 0
                || wanted.stripTrailingZeros().scale() > 0) {
            throw new ExpressionException("round takes a whole number of places, 0 to 100");
        }
        return wanted.intValueExact();
    }

    private static BigDecimal root(BigDecimal of) {
        if (of.signum() < 0) {
            throw new ExpressionException("the square root of a negative number is not a number here");
        }
        return bounded(of.sqrt(rounded(of)));
    }

    private static MathContext rounded(BigDecimal of) {
        return new MathContext(Math.max(DIGITS, of.precision()), RoundingMode.HALF_EVEN);
    }

    private static void nonZero(BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new ExpressionException("this divides by zero");
        }
    }

    /** Without an exponent and without zeros at the end. */
    static String shown(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
