package fellowship.tool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An arithmetic expression. {@code ^} binds tightest and to the right, then the sign ({@code -2^2} is -4), then
 * {@code * / %}, then {@code + -}. Nothing in it is ever run as code.
 */
final class Expression {

    private static final int DEEPEST = 50;

    /** The functions, each with how many values it takes at most; all take at least one. */
    private static final Map<String, Integer> FUNCTIONS =
            Map.of("sqrt", 1, "abs", 1, "round", 2, "floor", 1, "ceil", 1, "min", 50, "max", 50);

    private final String text;
    private int at;
    private int depth;

    Expression(String text) {
        this.text = text.replace('×', '*')
                .replace('·', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .replaceFirst("=\\s*$", "");
    }

    /** @throws ExpressionException when it cannot be read, or has no value of bounded size */
    BigDecimal value() {
        BigDecimal value = sum();
        if (next() != 0) {
            throw unexpected();
        }
        return value;
    }

    private BigDecimal sum() {
        if (++depth > DEEPEST) {
            throw new ExpressionException("parentheses stand more than " + DEEPEST + " deep");
        }
        BigDecimal value = product();
        while (next() == '+' || next() == '-') {
            boolean plus = text.charAt(at++) == '+';
            BigDecimal more = product();
            value = Decimals.bounded(plus ? value.add(more) : value.subtract(more));
        }
        depth--;
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = signed();
        while (next() == '*' || next() == '/' || next() == '%') {
            char operator = text.charAt(at++);
            if (operator == '*' && next() == '*') {
                throw new ExpressionException("write ^ for a power, not **");
            }
            BigDecimal more = signed();
            value = switch (operator) {
                case '*' -> Decimals.bounded(value.multiply(more));
                case '/' -> Decimals.divide(value, more);
                default -> Decimals.remainder(value, more);
            };
        }
        return value;
    }

    private BigDecimal signed() {
        boolean negative = false;
        while (next() == '-' || next() == '+') {
            negative ^= text.charAt(at++) == '-';
        }
        BigDecimal value = power();
        return negative ? value.negate() : value;
    }

    private BigDecimal power() {
        BigDecimal base = atom();
        if (next() != '^') {
            return base;
        }
        at++;
        if (++depth > DEEPEST) {
            throw new ExpressionException("more than " + DEEPEST + " powers stand on each other");
        }
        BigDecimal exponent = signed();
        depth--;
        return Decimals.power(base, exponent);
    }

    private BigDecimal atom() {
        char c = next();
        if (c == '(') {
            at++;
            BigDecimal value = sum();
            close();
            return value;
        }
        if (digit(c) || c == '.') {
            return number();
        }
        if (letter(c)) {
            return function();
        }
        throw unexpected();
    }

    private BigDecimal function() {
        int start = at;
        while (at < text.length() && letter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(java.util.Locale.ROOT);
        int most = FUNCTIONS.getOrDefault(name, 0);
        if (most == 0) {
            throw new ExpressionException("there is no function '" + name + "'; there are "
                    + String.join(", ", FUNCTIONS.keySet().stream().sorted().toList()));
        }
        if (next() != '(') {
            throw new ExpressionException("write " + name + "(…), with parentheses");
        }
        List<BigDecimal> values = new ArrayList<>();
        do {
            at++;
            values.add(sum());
        } while (next() == ',');
        close();
        if (values.size() > most) {
            throw new ExpressionException(name + " takes at most " + most + (most == 1 ? " value" : " values"));
        }
        return Decimals.bounded(Decimals.call(name, values));
    }

    private BigDecimal number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && Character.toLowerCase(text.charAt(at)) == 'e' && exponentFollows()) {
            at += 2;
            digits();
        }
        String written = text.substring(start, at);
        try {
            return Decimals.bounded(new BigDecimal(written));
        } catch (NumberFormatException e) {
            throw new ExpressionException("'" + written + "' is no number");
        }
    }

    private boolean exponentFollows() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return digit(c) || (c == '+' || c == '-') && at + 2 < text.length() && digit(text.charAt(at + 2));
    }

    private void digits() {
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
    }

    private void close() {
        if (next() == 0) {
            throw new ExpressionException("a ) is missing at the end");
        }
        if (next() != ')') {
            throw unexpected();
        }
        at++;
    }

    /** The next character that is no blank; 0 at the end. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private ExpressionException unexpected() {
        char c = next();
        if (c == 0) {
            return new ExpressionException("something is missing at the end");
        }
        String hint = c == ',' ? "; write 1000 for a thousand, not 1,000" : "";
        return new ExpressionException("'" + c + "' cannot stand at place " + (at + 1) + hint);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
