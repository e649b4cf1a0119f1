package fellowship.script.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/** What can be said of plain values: text, numbers, truth, lists, maps and records. Every walk through one is paid for. */
final class Values {

    private static final int DIGITS = 400;
    private static final int NODES = 200_000;

    private Values() {}

    static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof RecordValue;
    }

    /** Groovy's truth. */
    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    static String kind(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof CharSequence) {
            return "text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof Collection<?>) {
            return "a list";
        }
        if (value instanceof Map<?, ?>) {
            return "a map";
        }
        if (value instanceof RecordValue record) {
            return "a " + record.type().name();
        }
        return "no plain value";
    }

    /** A value as text, as Groovy prints it. */
    static String text(@Nullable Object value, Fuel fuel, ASTNode at) {
        if (value instanceof String text) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        append(out, value, fuel, at);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value, Fuel fuel, ASTNode at) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof RecordValue) {
            fuel.enter(at);
            if (value instanceof Map<?, ?> map) {
                out.append('[');
                String comma = map.isEmpty() ? ":" : "";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    append(out.append(comma), entry.getKey(), fuel, at);
                    append(out.append(':'), entry.getValue(), fuel, at);
                    comma = ", ";
                }
                out.append(map.isEmpty() ? ":]" : "]");
            } else {
                Collection<?> parts = value instanceof RecordValue record ? record.values() : (Collection<?>) value;
                out.append(value instanceof RecordValue record ? record.type().name() + "(" : "[");
                String comma = "";
                for (Object part : parts) {
                    append(out.append(comma), part, fuel, at);
                    comma = ", ";
                }
                out.append(value instanceof RecordValue ? ")" : "]");
            }
            fuel.leave();
            return;
        }
        String plain = value instanceof BigDecimal number
                ? exact(number, at).toPlainString()
                : value instanceof Path path ? path.toString() : String.valueOf(value);
        if (!isPlain(value) && !(value instanceof Path)) {
            throw new Refused("no text can be made of this: it is " + kind(value), at);
        }
        fuel.make(plain.length(), at);
        out.append(plain);
    }

    /** Whether two values are equal, as {@code ==} says in Groovy. */
    static boolean equal(@Nullable Object one, @Nullable Object other, Fuel fuel, ASTNode at) {
        fuel.burn(1, at);
        if (one == other) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof Number a && other instanceof Number b) {
            return compare(a, b, at) == 0;
        }
        if (one instanceof String a && other instanceof String b) {
            fuel.burn(Math.min(a.length(), b.length()) / 16, at);
            return a.equals(b);
        }
        if (one instanceof Collection<?> a && other instanceof Collection<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            if (a instanceof Set<?> && b instanceof Set<?>) {
                return a.stream().allMatch(item -> contains(b, item, fuel, at));
            }
            fuel.enter(at);
            boolean same = true;
            Iterator<?> right = b.iterator();
            for (Iterator<?> left = a.iterator(); same && left.hasNext(); ) {
                same = equal(left.next(), right.next(), fuel, at);
            }
            fuel.leave();
            return same;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            fuel.enter(at);
            boolean same = a.size() == b.size()
                    && a.entrySet().stream()
                            .allMatch(entry -> b.containsKey(entry.getKey())
                                    && equal(entry.getValue(), b.get(entry.getKey()), fuel, at));
            fuel.leave();
            return same;
        }
        if (one instanceof RecordValue a && other instanceof RecordValue b) {
            return a.type().equals(b.type()) && equal(a.values(), b.values(), fuel, at);
        }
        return one.equals(other);
    }

    static boolean contains(Collection<?> list, @Nullable Object value, Fuel fuel, ASTNode at) {
        return list.stream().anyMatch(item -> equal(item, value, fuel, at));
    }

    /** The values without those equal to an earlier one, as a set in their order. */
    static Set<@Nullable Object> distinct(Collection<?> list, Fuel fuel, ASTNode at) {
        boolean simple = list.stream().allMatch(item -> item instanceof String || item instanceof Boolean);
        fuel.burn(list.size(), at);
        if (simple) {
            return new LinkedHashSet<>(list);
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : list) {
            if (!contains(kept, item, fuel, at)) {
                kept.add(item);
            }
        }
        return new OrderedSet(kept);
    }

    /** Which of two comes first, as Groovy's {@code <} says. */
    static int order(@Nullable Object one, @Nullable Object other, Fuel fuel, ASTNode at) {
        fuel.burn(1, at);
        if (one instanceof Number a && other instanceof Number b) {
            return compare(a, b, at);
        }
        if (one instanceof String a && other instanceof String b) {
            fuel.burn(Math.min(a.length(), b.length()) / 16, at);
            return a.compareTo(b);
        }
        if (one instanceof Boolean a && other instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? -1 : 1;
        }
        throw new Refused(kind(one) + " cannot be compared with " + kind(other), at);
    }

    private static int compare(Number one, Number other, ASTNode at) {
        bounded(one, at);
        bounded(other, at);
        return DefaultTypeTransformation.compareTo(one, other);
    }

    /** The number, unless it has more digits than any workflow needs: sums of such numbers take all memory. */
    static Number bounded(Number number, ASTNode at) {
        boolean large = number instanceof BigInteger whole
                ? whole.bitLength() > DIGITS * 4
                : number instanceof BigDecimal decimal
                        && (decimal.precision() > DIGITS || Math.abs((long) decimal.scale()) > DIGITS);
        if (large) {
            throw new Refused("a number has " + DIGITS + " digits at most", at);
        }
        return number;
    }

    static BigDecimal exact(Number number, ASTNode at) {
        try {
            return (BigDecimal)
                    bounded(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()), at);
        } catch (NumberFormatException e) {
            throw new Refused("this is no number: " + number, at);
        }
    }

    /** A list or map that a script makes; what it unfolds to is bounded, since it can hold one list many times. */
    static <V> V weighed(V made, Fuel fuel, ASTNode at) {
        int nodes = nodes(made, 0, at);
        fuel.burn(nodes / 8, at);
        return made;
    }

    private static int nodes(@Nullable Object value, int before, ASTNode at) {
        Collection<?> parts = value instanceof Map<?, ?> map
                ? map.values()
                : value instanceof Collection<?> list
                        ? list
                        : value instanceof RecordValue record ? record.values() : List.of();
        int count = before + 1 + parts.size();
        if (count > NODES) {
            throw new Refused("this list is too large: " + NODES + " values at most", at);
        }
        for (Object part : parts) {
            if (part instanceof Collection<?> || part instanceof Map<?, ?> || part instanceof RecordValue) {
                count = nodes(part, count, at);
            }
        }
        return count;
    }
}
