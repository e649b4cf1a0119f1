package fellowship.script.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A record as data: what columns and replies are made from, whether a class stands behind it or not.
 *
 * @param name as the script says it
 * @param components in their order
 */
public record RecordData(String name, List<Component> components) {

    public RecordData {
        components = List.copyOf(components);
    }

    /**
     * A component.
     *
     * @param type of its values
     * @param item what a list holds, where that is said
     * @param min the least number of a reply
     * @param max the greatest number of a reply
     * @param oneOf the texts that a reply may take; absent for any
     */
    public record Component(
            String name,
            Class<?> type,
            Optional<Class<?>> item,
            OptionalDouble min,
            OptionalDouble max,
            Optional<List<String>> oneOf) {}

    /** The place of a component; -1 where there is none. */
    int index(String component) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name().equals(component)) {
                return i;
            }
        }
        return -1;
    }

    List<String> names() {
        return components.stream().map(Component::name).toList();
    }
}
