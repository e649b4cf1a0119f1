package fellowship.row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One input case from the user's file.
 *
 * @param ordinal its place in the input, from 0; output keeps this order
 * @param id its own id, or one made from its content
 * @param origin where it stands, as {@code file:line}
 * @param columns its fields as text, whole or decimal numbers ({@code Long}, {@code Double}), booleans, lists and maps;
 *     a field that is null in the file is absent
 */
public record Sample(long ordinal, String id, String origin, Map<String, Object> columns) {

    public Sample {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
