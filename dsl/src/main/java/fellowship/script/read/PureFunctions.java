package fellowship.script.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pure functions of the language, called by name with plain values; none that is not in the table. */
final class PureFunctions {

    private PureFunctions() {}

    /** @throws Refused where it does not take these values, or says itself what is wrong with them */
    static @Nullable Object call(Map<String, Method> table, Call call) {
        Method function = table.get(call.name());
        if (function == null) {
            throw call.refused("is no function");
        }
        Class<?>[] wanted = function.getParameterTypes();
        if (wanted.length != call.count()) {
            throw call.refused("takes " + wanted.length + (wanted.length == 1 ? " value" : " values"));
        }
        for (int i = 0; i < wanted.length; i++) {
            Object value = call.value(i);
            if (!wanted[i].isInstance(value)) {
                throw call.refused("does not take " + Values.kind(value));
            }
            // each looks at every character or item, and makes at most a copy of them
            call.fuel().make(value instanceof String text ? text.length() : ((List<?>) value).size(), call.at());
        }
        try {
            return function.invoke(null, call.arguments().toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException own) {
                throw new Refused(String.valueOf(own.getMessage()), call.at());
            }
            if (e.getCause() instanceof ClassCastException) {
                throw call.refused("does not take a list of such values");
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
