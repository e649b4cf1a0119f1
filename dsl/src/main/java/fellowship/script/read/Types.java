package fellowship.script.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/** The types that a script that is read can name, by their names alone: none is looked up. */
final class Types {

    private static final Map<String, Class<?>> VALUES = Map.ofEntries(
            Map.entry("String", String.class),
            Map.entry("int", int.class),
            Map.entry("Integer", Integer.class),
            Map.entry("long", long.class),
            Map.entry("Long", Long.class),
            Map.entry("short", short.class),
            Map.entry("Short", Short.class),
            Map.entry("double", double.class),
            Map.entry("Double", Double.class),
            Map.entry("float", float.class),
            Map.entry("Float", Float.class),
            Map.entry("boolean", boolean.class),
            Map.entry("Boolean", Boolean.class),
            Map.entry("BigDecimal", BigDecimal.class),
            Map.entry("BigInteger", BigInteger.class),
            Map.entry("Number", Number.class),
            Map.entry("Object", Object.class),
            Map.entry("List", List.class),
            Map.entry("Collection", Collection.class),
            Map.entry("Set", Set.class),
            Map.entry("Map", Map.class));

    /** What can stand after {@code as}, and before a variable. */
    static final Set<String> NAMES = new TreeSet<>(VALUES.keySet());

    private Types() {}

    static @Nullable Class<?> named(String name) {
        return VALUES.get(name);
    }

    /** A value as a type; as it is where the type is none of these. */
    static @Nullable Object as(String type, @Nullable Object value, Fuel fuel, ASTNode at) {
        if (value == null) {
            return null;
        }
        Number number = number(value);
        Object made = number == null ? other(type, value, fuel, at) : number(type, number, value, fuel, at);
        if (made == null) {
            throw new Refused("this is " + Values.kind(value) + ", not a " + type, at);
        }
        return made;
    }

    private static @Nullable Object number(String type, Number number, Object value, Fuel fuel, ASTNode at) {
        return switch (type) {
            case "int", "Integer" -> number.intValue();
            case "long", "Long" -> number.longValue();
            case "short", "Short" -> number.shortValue();
            case "double", "Double" -> number.doubleValue();
            case "float", "Float" -> number.floatValue();
            case "BigDecimal" -> Values.exact(number, at);
            case "BigInteger" -> Values.exact(number, at).toBigInteger();
            case "Number" -> number;
            default -> other(type, value, fuel, at);
        };
    }

    private static @Nullable Object other(String type, Object value, Fuel fuel, ASTNode at) {
        return switch (type) {
            case "String" -> Values.text(value, fuel, at);
            case "boolean", "Boolean" -> Values.truth(value);
            case "List", "Collection" -> value instanceof Collection<?> all ? new ArrayList<>(all) : null;
            case "Set" -> value instanceof Collection<?> all ? Values.distinct(all, fuel, at) : null;
            case "Map" -> value instanceof Map<?, ?> ? value : null;
            default -> VALUES.containsKey(type) && !type.equals("Object") ? null : value;
        };
    }

    private static @Nullable Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        try {
            return value instanceof String text && text.length() <= 400 ? new BigDecimal(text.strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
