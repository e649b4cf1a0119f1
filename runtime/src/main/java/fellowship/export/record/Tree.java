package fellowship.export.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads parts of a line. What is missing is empty; what has another type is a {@link RecordException}. */
final class Tree {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(100_000_000)
                            .maxNestingDepth(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Tree() {}

    static JsonNode object(String line) {
        JsonNode node = parse(line);
        if (!node.isObject()) {
            throw new RecordException("this is no JSON object");
        }
        return node;
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new RecordException("this is no JSON: " + e.getOriginalMessage());
        }
    }

    /** A text, or empty where it is missing or null. */
    static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new RecordException("'" + key + "' must be a text, was " + shown(value));
        }
        return value.asString();
    }

    static OptionalDouble number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isNumber()) {
            return OptionalDouble.of(value.asDouble());
        }
        if (value.isMissingNode() || value.isNull()) {
            return OptionalDouble.empty();
        }
        throw new RecordException("'" + key + "' must be a number, was " + shown(value));
    }

    static Optional<Boolean> yesNo(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw new RecordException("'" + key + "' must be true or false, was " + shown(value));
        }
        return Optional.of(value.asBoolean());
    }

    static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> read) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new RecordException("'" + key + "' must be a list, was " + shown(value));
        }
        List<T> items = new ArrayList<>();
        value.forEach(item -> items.add(read.apply(item)));
        return items;
    }

    static List<String> texts(JsonNode node, String key) {
        return list(node, key, item -> {
            if (!item.isString()) {
                throw new RecordException("'" + key + "' must hold texts, holds " + shown(item));
            }
            return item.asString();
        });
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
