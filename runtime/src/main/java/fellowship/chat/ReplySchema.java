package fellowship.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON that a reply must be.
 *
 * @param name a short name for the provider, letters, digits and underscores
 * @param schema a JSON Schema (draft 2020-12) as nested maps, lists, strings, numbers and booleans; the order
 *     of properties is kept, since a model writes them in it
 */
public record ReplySchema(String name, Map<String, Object> schema) {

    public ReplySchema {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }
}
