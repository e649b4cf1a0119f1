package fellowship.script.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The language's own functions of texts, numbers and lists, found once from the class that holds them: {@code words(it.answer)}.
 * Each takes texts and lists alone, and its cost goes with their length.
 */
final class PureFunctions {

    /** What a letter of a text costs in a measure of it. */
    private static final int PER_LETTER = 2;

    private final Map<String, Method> table = new TreeMap<>();

    /** @param holder whose public static methods, each of another name, are the functions */
    PureFunctions(Class<?> holder) {
        for (Method method : holder.getDeclaredMethods()) {
            int modifiers = method.getModifiers();
            if (Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers)) {
                table.put(method.getName(), method);
            }
        }
    }

    Set<String> names() {
        return table.keySet();
    }

    /** @throws Refused where the function does not take these values */
    @Nullable
    Object call(Call call) {
        Method method = table.get(call.name());
        if (method == null || call.count() != method.getParameterCount()) {
            throw call.refused("does not take " + call.count() + " values");
        }
        Object[] given = call.arguments().toArray();
        for (int i = 0; i < given.length; i++) {
            burn(given[i], call);
            if (!takes(method.getParameterTypes()[i], given[i])) {
                throw call.refused("does not take " + Values.kind(given[i]));
            }
            if (given[i] instanceof Collection<?> list) {
                elements(call, list);
                given[i] = List.copyOf(list);
            }
        }
        try {
            return method.invoke(null, given);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException own) {
                throw own; // "there is no number in this text; ask for hasNumber first"
            }
            throw new IllegalStateException(Arrays.toString(given), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean takes(Class<?> wanted, @Nullable Object value) {
        return wanted == List.class ? value instanceof Collection<?> : wanted.isInstance(value);
    }

    /** Lists are of texts or of numbers; a function that wants the one is not given the other. */
    private void elements(Call call, Collection<?> list) {
        boolean numbers = call.count() == 1;
        for (Object one : list) {
            burn(one, call);
            if (numbers ? !(one instanceof Number) : !(one instanceof String)) {
                throw call.refused("does not take a list that holds " + Values.kind(one));
            }
        }
    }

    private static void burn(@Nullable Object value, Call call) {
        int size = value instanceof String text
                ? text.length() * PER_LETTER
                : value instanceof Collection<?> list ? list.size() : 1;
        call.fuel().burn(size, call.at());
    }
}
