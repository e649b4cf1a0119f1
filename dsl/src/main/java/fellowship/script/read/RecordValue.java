package fellowship.script.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record that is data.
 *
 * @param values in the order of the components
 */
public record RecordValue(RecordData type, List<@Nullable Object> values) {

    public RecordValue {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    @Nullable
    Object value(int index) {
        return values.get(index);
    }

    /** By component, in their order. */
    public Map<String, @Nullable Object> byName() {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put(type.components().get(i).name(), values.get(i));
        }
        return byName;
    }

    /** As Groovy prints a record. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        byName().forEach((name, value) -> parts.add(name + "=" + value));
        return type.name() + "[" + String.join(", ", parts) + "]";
    }
}
