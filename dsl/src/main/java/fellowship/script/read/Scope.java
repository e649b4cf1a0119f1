package fellowship.script.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Variables that can be named at a place, and whose words can be said there. */
final class Scope {

    private final @Nullable Scope up;
    private final @Nullable Object words;
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();

    /** @param words what is asked for a word without a target; nothing in a leaf */
    Scope(@Nullable Scope up, @Nullable Object words) {
        this.up = up;
        this.words = words;
    }

    /** A block inside a block or a leaf: the same words. */
    Scope inner() {
        return new Scope(this, words);
    }

    @Nullable
    Object words() {
        return words;
    }

    boolean knows(String name) {
        return variables.containsKey(name) || up != null && up.knows(name);
    }

    @Nullable
    Object value(String name) {
        return variables.containsKey(name) || up == null ? variables.get(name) : up.value(name);
    }

    void declare(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    Set<String> names() {
        Set<String> names = up == null ? new TreeSet<>() : up.names();
        names.addAll(variables.keySet());
        return names;
    }

    /** The scope of the script itself. */
    Scope top() {
        return Optional.ofNullable(up).map(Scope::top).orElse(this);
    }
}
