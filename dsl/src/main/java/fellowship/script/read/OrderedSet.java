package fellowship.script.read;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of values that are known to differ; equality is the language's, so that nothing is hashed. */
final class OrderedSet extends AbstractSet<@Nullable Object> {

    private final List<@Nullable Object> values;

    OrderedSet(List<@Nullable Object> values) {
        this.values = java.util.Collections.unmodifiableList(values);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return values.iterator();
    }

    @Override
    public int size() {
        return values.size();
    }
}
