package fellowship.row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a reviewer said of one draft.
 *
 * @param reviewer the agent that wrote it
 * @param text the critique itself
 * @param score the reviewer's score, where its reply has one
 * @param fields the whole typed reply by field; {@code feedback} alone for a reviewer that answers in text
 * @param reply the raw material
 */
public record Critique(String reviewer, String text, OptionalDouble score, Map<String, Object> fields, Reply reply) {

    public Critique {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
