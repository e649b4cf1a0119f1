package fellowship.script;

import fellowship.dsl.ClosureFunction;
import fellowship.dsl.ClosureTest;
import fellowship.plan.Leaf;
import fellowship.script.ScriptText.Extent;
import fellowship.text.Sha256;
import groovy.lang.Closure;
import groovy.lang.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands for a closure in the plan: its text without layout and comments, the values it captured, and the text of
 * the script's own methods, since it may call them.
 */
final class LeafDigest {

    private final CompiledScript script;

    LeafDigest(CompiledScript script) {
        this.script = script;
    }

    /** @throws IllegalArgumentException when it is no closure of the script, or uses a value without a stable form */
    <F> Leaf<F> leaf(Object written, F function) {
        Closure<?> closure = closure(written);
        Extent extent = script.extents().get(closure.getClass().getName());
        if (extent == null) {
            throw new IllegalArgumentException("write the closure { … } in the script itself");
        }
        String source = script.text().cut(extent).strip();
        StringBuilder content = new StringBuilder(content(source, captured(closure)));
        if (!script.helpers().isEmpty()) {
            content.append('\n').append(script.helpers());
        }
        return new Leaf<>(source, Sha256.of(content.toString()), function);
    }

    /** What counts of a closure: its text and the values it captured. */
    static String content(String source, SortedMap<String, ?> captured) {
        StringBuilder content = new StringBuilder(Tokens.of(source));
        captured.forEach(
                (name, value) -> content.append('\n').append(name).append('=').append(StableValue.of(name, value)));
        return content.toString();
    }

    private static Closure<?> closure(Object written) {
        if (written instanceof ClosureTest<?> test) {
            return test.closure();
        }
        if (written instanceof ClosureFunction<?, ?> function) {
            return function.closure();
        }
        throw new IllegalArgumentException("write a closure { … }: a lambda or a method reference has no text to show");
    }

    private static SortedMap<String, Object> captured(Closure<?> closure) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (Field field : closure.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getName().startsWith("$")) {
                continue;
            }
            try {
                field.setAccessible(true);
                Object value = field.get(closure);
                values.put(field.getName(), value instanceof Reference<?> reference ? reference.get() : value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
