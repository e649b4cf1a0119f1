package fellowship.script.read;

import groovy.transform.stc.ClosureParams;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf sees of a row with drafts, a verdict or a pair: the getters of the classes that the words hand to closures,
 * found once from the words themselves.
 */
final class Views {

    private static final String OURS = "fellowship.dsl.";
    private static final Pattern NAMED = Pattern.compile("fellowship\\.dsl\\.\\w+");

    private final Map<Class<?>, Map<String, Method>> getters = new LinkedHashMap<>();

    Views(Iterable<Class<?>> interfaces) {
        for (Class<?> type : interfaces) {
            for (Method word : type.getMethods()) {
                for (Parameter parameter : word.getParameters()) {
                    ClosureParams seen = parameter.getAnnotation(ClosureParams.class);
                    Arrays.stream(seen == null ? new String[0] : seen.options()).forEach(this::named);
                }
            }
        }
    }

    private void named(String signature) {
        for (Matcher found = NAMED.matcher(signature); found.find(); ) {
            try {
                add(Class.forName(found.group()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e); // the type checker would not know it either
            }
        }
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
        }
        if (!(type instanceof Class<?> view)
                || view.isEnum()
                || view.isInterface()
                || !view.getName().startsWith(OURS)
                || getters.containsKey(view)) {
            return;
        }
        Map<String, Method> found = new LinkedHashMap<>();
        getters.put(view, found);
        for (Method method : view.getMethods()) { // a view has those of the view that it extends, too
            String name = method.getName();
            int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
            if (prefix > 0
                    && method.getParameterCount() == 0
                    && method.getDeclaringClass().getName().startsWith(OURS)
                    && !Modifier.isStatic(method.getModifiers())) {
                found.put(Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1), method);
                add(method.getGenericReturnType());
            }
        }
    }

    boolean isView(Object value) {
        return getters.containsKey(value.getClass());
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        getters.values().forEach(found -> names.addAll(found.keySet()));
        return names;
    }

    /** A property of a view. */
    @Nullable
    Object property(Object view, String name, ASTNode at) {
        Map<String, Method> known = getters.getOrDefault(view.getClass(), Map.of());
        Method getter = known.get(name);
        if (getter == null) {
            throw new Refused(
                    "there is no '" + name + "' of this row; it has "
                            + String.join(", ", new TreeSet<>(known.keySet())),
                    at);
        }
        try {
            return getter.invoke(view);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own; // "has no score; ask for 'scored' first"
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
