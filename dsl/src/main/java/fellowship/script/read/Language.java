package fellowship.script.read;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The language as the walk needs it: nothing of it is listed here twice.
 *
 * @param interfaces whose methods are the words; the more special ones first
 * @param noun what the thing is called that an interface's words belong to
 * @param forms how a word of an interface can be written
 * @param constants by the word that stands for each
 * @param functions pure functions of plain values, by name
 * @param enums whose constants are named with the type before them, by the type's name
 */
public record Language(
        List<Class<?>> interfaces,
        Function<Class<?>, String> noun,
        BiFunction<String, Class<?>, List<String>> forms,
        Map<String, Object> constants,
        Map<String, Method> functions,
        Map<String, Class<? extends Enum<?>>> enums) {

    public Language {
        interfaces = List.copyOf(interfaces);
        constants = Map.copyOf(constants);
        functions = Map.copyOf(functions);
        enums = Map.copyOf(enums);
    }
}
