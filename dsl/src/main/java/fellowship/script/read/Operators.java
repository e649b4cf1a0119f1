package fellowship.script.read;

import static org.codehaus.groovy.syntax.Types.COMPARE_EQUAL;
import static org.codehaus.groovy.syntax.Types.COMPARE_GREATER_THAN;
import static org.codehaus.groovy.syntax.Types.COMPARE_GREATER_THAN_EQUAL;
import static org.codehaus.groovy.syntax.Types.COMPARE_LESS_THAN;
import static org.codehaus.groovy.syntax.Types.COMPARE_LESS_THAN_EQUAL;
import static org.codehaus.groovy.syntax.Types.COMPARE_NOT_EQUAL;
import static org.codehaus.groovy.syntax.Types.COMPARE_NOT_IN;
import static org.codehaus.groovy.syntax.Types.COMPARE_TO;
import static org.codehaus.groovy.syntax.Types.DIVIDE;
import static org.codehaus.groovy.syntax.Types.FIND_REGEX;
import static org.codehaus.groovy.syntax.Types.KEYWORD_IN;
import static org.codehaus.groovy.syntax.Types.LEFT_SQUARE_BRACKET;
import static org.codehaus.groovy.syntax.Types.LOGICAL_AND;
import static org.codehaus.groovy.syntax.Types.LOGICAL_OR;
import static org.codehaus.groovy.syntax.Types.MATCH_REGEX;
import static org.codehaus.groovy.syntax.Types.MINUS;
import static org.codehaus.groovy.syntax.Types.MOD;
import static org.codehaus.groovy.syntax.Types.MULTIPLY;
import static org.codehaus.groovy.syntax.Types.PLUS;
import static org.codehaus.groovy.syntax.Types.REMAINDER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.runtime.typehandling.NumberMath;
import org.jspecify.annotations.Nullable;

/** What the operators do to plain values; as Groovy does it, with bounds. */
final class Operators {

    static final Set<Integer> KNOWN = Set.of(
            PLUS,
            MINUS,
            MULTIPLY,
            DIVIDE,
            MOD,
            REMAINDER,
            COMPARE_EQUAL,
            COMPARE_NOT_EQUAL,
            COMPARE_LESS_THAN,
            COMPARE_LESS_THAN_EQUAL,
            COMPARE_GREATER_THAN,
            COMPARE_GREATER_THAN_EQUAL,
            COMPARE_TO,
            COMPARE_NOT_IN,
            KEYWORD_IN,
            LEFT_SQUARE_BRACKET,
            LOGICAL_AND,
            LOGICAL_OR,
            FIND_REGEX,
            MATCH_REGEX);

    private Operators() {}

    static @Nullable Object apply(int operator, @Nullable Object one, @Nullable Object other, Fuel fuel, ASTNode at) {
        return switch (operator) {
            case COMPARE_EQUAL -> Values.equal(one, other, fuel, at);
            case COMPARE_NOT_EQUAL -> !Values.equal(one, other, fuel, at);
            case COMPARE_LESS_THAN -> Values.order(one, other, fuel, at) < 0;
            case COMPARE_LESS_THAN_EQUAL -> Values.order(one, other, fuel, at) <= 0;
            case COMPARE_GREATER_THAN -> Values.order(one, other, fuel, at) > 0;
            case COMPARE_GREATER_THAN_EQUAL -> Values.order(one, other, fuel, at) >= 0;
            case COMPARE_TO -> Values.order(one, other, fuel, at);
            case KEYWORD_IN -> isIn(one, other, fuel, at);
            case COMPARE_NOT_IN -> !isIn(one, other, fuel, at);
            case LEFT_SQUARE_BRACKET -> Indexing.at(one, other, fuel, at);
            case FIND_REGEX -> Regex.all(text(one, at), text(other, at), fuel, at);
            case MATCH_REGEX -> Regex.matches(text(one, at), text(other, at), fuel, at);
            default -> arithmetic(operator, one, other, fuel, at);
        };
    }

    private static String text(@Nullable Object value, ASTNode at) {
        if (value instanceof String text) {
            return text;
        }
        throw new Refused("a pattern and what it is tried on are texts, not " + Values.kind(value), at);
    }

    private static boolean isIn(@Nullable Object value, @Nullable Object all, Fuel fuel, ASTNode at) {
        if (all instanceof Collection<?> list) {
            return Values.contains(list, value, fuel, at);
        }
        if (all instanceof Map<?, ?> map) {
            return map.containsKey(value);
        }
        throw new Refused("'in' needs a list or a map, not " + Values.kind(all), at);
    }

    private static Object arithmetic(
            int operator, @Nullable Object one, @Nullable Object other, Fuel fuel, ASTNode at) {
        if (one instanceof Number a && other instanceof Number b) {
            return numbers(operator, Values.bounded(a, at), Values.bounded(b, at), at);
        }
        if (operator == PLUS && one instanceof String a) {
            String b = Values.text(other, fuel, at);
            fuel.make((long) a.length() + b.length(), at);
            return a + b;
        }
        if (operator == MULTIPLY && one instanceof String a && other instanceof Number times) {
            long count = Math.max(0, times.longValue());
            fuel.make(Math.multiplyHigh(a.length(), count) != 0 ? Long.MAX_VALUE / 2 : a.length() * count, at);
            return a.repeat((int) count);
        }
        if (operator == MINUS && one instanceof String a && other instanceof String b) {
            fuel.make(a.length(), at);
            int found = a.indexOf(b);
            return found < 0 ? a : a.substring(0, found) + a.substring(found + b.length());
        }
        if (operator == PLUS && one instanceof Collection<?> a) {
            List<@Nullable Object> joined = new ArrayList<>(a);
            fuel.burn(a.size(), at);
            if (other instanceof Collection<?> b) {
                fuel.burn(b.size(), at);
                joined.addAll(b);
            } else {
                joined.add(other);
            }
            return Values.weighed(joined, fuel, at);
        }
        if (operator == MINUS && one instanceof Collection<?> a) {
            Collection<?> gone = other instanceof Collection<?> b ? b : List.of(String.valueOf(other));
            List<@Nullable Object> kept = new ArrayList<>();
            for (Object item : a) {
                if (!Values.contains(gone, item, fuel, at)) {
                    kept.add(item);
                }
            }
            return kept;
        }
        if (operator == PLUS && one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            Map<@Nullable Object, @Nullable Object> joined = new LinkedHashMap<>(a);
            joined.putAll(b);
            return Values.weighed(joined, fuel, at);
        }
        throw new Refused("this operator does not take " + Values.kind(one) + " and " + Values.kind(other), at);
    }

    private static Number numbers(int operator, Number one, Number other, ASTNode at) {
        try {
            return Values.bounded(
                    switch (operator) {
                        case PLUS -> NumberMath.add(one, other);
                        case MINUS -> NumberMath.subtract(one, other);
                        case MULTIPLY -> NumberMath.multiply(one, other);
                        case DIVIDE -> NumberMath.divide(one, other);
                        default -> NumberMath.mod(one, other);
                    },
                    at);
        } catch (ArithmeticException | UnsupportedOperationException e) {
            throw new Refused("this cannot be computed: " + e.getMessage(), at);
        }
    }
}
