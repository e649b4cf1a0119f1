package fellowship.script.read;

import groovy.lang.Closure;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import groovy.transform.stc.ClosureParams;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/**
 * The words that a script can say, in a table made once from the language's interfaces: the forms that a script writes, with
 * closures. What is not in the table cannot be called, whatever the object behind it can do.
 */
final class Words {

    private static final Object NO_FIT = new Object();

    private final Language language;
    private final Map<Class<?>, Map<String, List<Method>>> table = new LinkedHashMap<>();

    Words(Language language) {
        this.language = language;
        for (Class<?> type : language.interfaces()) {
            Map<String, List<Method>> words = new TreeMap<>();
            Arrays.stream(type.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                    .filter(method -> Arrays.stream(method.getParameterTypes())
                            .noneMatch(parameter -> parameter.getName().startsWith("java.util.function.")))
                    .sorted(Comparator.comparing(Method::isVarArgs)
                            .thenComparing(Method::getParameterCount)
                            .thenComparing(Method::toString))
                    .forEach(method -> words.computeIfAbsent(method.getName(), first -> new ArrayList<>())
                            .add(method));
            table.put(type, words);
        }
    }

    /** The interface whose words a value takes; nothing for plain values and handles. */
    Optional<Class<?>> of(@Nullable Object target) {
        return table.keySet().stream().filter(type -> type.isInstance(target)).findFirst();
    }

    /** Makes a closure of the script into one that a word takes. */
    interface Closures {
        Closure<Object> of(Walker.Body body, boolean leaf, boolean test);
    }

    /** @throws Refused when there is no such word, or it does not take the values */
    @Nullable
    Object say(
            Object target,
            Class<?> type,
            String name,
            List<@Nullable Object> arguments,
            ASTNode at,
            Closures closures) {
        List<Method> forms = table.getOrDefault(type, Map.of()).getOrDefault(name, List.of());
        if (forms.isEmpty()) {
            throw new Refused(
                    "there is no word '" + name + "' in " + language.noun().apply(type)
                            + Walker.near(
                                    name, table.getOrDefault(type, Map.of()).keySet()),
                    at);
        }
        for (Method form : forms) {
            Object[] values = fit(form, arguments, closures);
            if (values != null) {
                named(form, values, at);
                return invoke(form, target, values, at);
            }
        }
        throw new Refused(
                "'" + name + "' does not take these values; write "
                        + String.join(" or ", language.forms().apply(name, type)),
                at);
    }

    private static @Nullable Object invoke(Method form, Object target, @Nullable Object[] values, ASTNode at) {
        try {
            return form.invoke(target, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            if (e.getCause() instanceof RuntimeException own) {
                throw new Refused(String.valueOf(own.getMessage()), at);
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void named(Method form, @Nullable Object[] values, ASTNode at) {
        Parameter[] parameters = form.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            NamedParams known = parameters[i].getAnnotation(NamedParams.class);
            if (known == null || !(values[i] instanceof Map<?, ?> given)) {
                continue;
            }
            given.forEach((name, value) -> {
                NamedParam one = Arrays.stream(known.value())
                        .filter(candidate -> candidate.value().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Refused(
                                "no argument '" + name + ":' here"
                                        + Walker.near(
                                                String.valueOf(name),
                                                Arrays.stream(known.value())
                                                        .map(NamedParam::value)
                                                        .toList()),
                                at));
                if (value != null && !one.type().isInstance(value)) {
                    throw new Refused("'" + name + ":' takes another kind of value than " + Values.kind(value), at);
                }
            });
        }
    }

    private static @Nullable Object @Nullable [] fit(Method form, List<@Nullable Object> given, Closures closures) {
        Parameter[] parameters = form.getParameters();
        int fixed = form.isVarArgs() ? parameters.length - 1 : parameters.length;
        if (given.size() < fixed || given.size() > fixed && !form.isVarArgs()) {
            return null;
        }
        @Nullable Object[] values = new Object[parameters.length];
        for (int i = 0; i < fixed; i++) {
            values[i] = fit(parameters[i].getType(), given.get(i));
            if (values[i] == NO_FIT) {
                return null;
            }
        }
        if (form.isVarArgs()) {
            Class<?> item = parameters[fixed].getType().getComponentType();
            Object more = Array.newInstance(item, given.size() - fixed);
            for (int i = fixed; i < given.size(); i++) {
                Object value = fit(item, given.get(i));
                if (value == NO_FIT) {
                    return null;
                }
                Array.set(more, i - fixed, value);
            }
            values[fixed] = more;
        }
        for (int i = 0; i < fixed; i++) {
            if (values[i] instanceof Walker.Body body) {
                values[i] = closures.of(body, isLeaf(parameters[i]), isTest(parameters[i]));
            }
        }
        return values;
    }

    private static boolean isLeaf(Parameter parameter) {
        return parameter.isAnnotationPresent(ClosureParams.class);
    }

    private static boolean isTest(Parameter parameter) {
        return parameter.getParameterizedType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] == Boolean.class;
    }

    private static @Nullable Object fit(Class<?> wanted, @Nullable Object value) {
        if (value == null) {
            return NO_FIT;
        }
        if (wanted == int.class) {
            return value instanceof Integer ? value : NO_FIT;
        }
        if (wanted == long.class) {
            return value instanceof Integer || value instanceof Long ? (Object) ((Number) value).longValue() : NO_FIT;
        }
        if (wanted == double.class) {
            return value instanceof Number number ? (Object) number.doubleValue() : NO_FIT;
        }
        if (wanted == boolean.class) {
            return value instanceof Boolean ? value : NO_FIT;
        }
        if (wanted == Closure.class) {
            return value instanceof Walker.Body ? value : NO_FIT;
        }
        return wanted.isInstance(value) && !(value instanceof Walker.Body) ? value : NO_FIT;
    }
}
