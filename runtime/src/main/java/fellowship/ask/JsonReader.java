package fellowship.ask;

import fellowship.chat.Completion;
import fellowship.prompt.Answer;
import fellowship.prompt.AnswerReader;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a typed reply. Strict: the reply is one JSON object and nothing else, alone or in one Markdown fence; every field
 * is there, of its kind and within its range. Nothing is guessed: {@code "8/10"} is not a number.
 */
public final class JsonReader implements AnswerReader<Map<String, Object>> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String FENCE = "```";

    private final ReplyType type;

    public JsonReader(ReplyType type) {
        this.type = type;
    }

    @Override
    public Answer<Map<String, Object>> read(Completion completion) {
        String raw = completion.text();
        String text = unfenced(raw.strip());
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            return new Answer.Unreadable<>(raw, "it is not one JSON object");
        }
        if (!tree.isObject()) {
            return new Answer.Unreadable<>(raw, "it is not one JSON object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            try {
                values.put(field.name(), value(field, tree.path(field.name())));
            } catch (IllegalArgumentException e) {
                return new Answer.Unreadable<>(raw, String.valueOf(e.getMessage()));
            }
        }
        return new Answer.Read<>(values);
    }

    /** Without the one Markdown fence that may stand around the whole. By hand: a pattern would take cubic time on blanks. */
    private static String unfenced(String text) {
        int line = text.indexOf('\n');
        if (!text.startsWith(FENCE) || !text.endsWith(FENCE) || line < 0 || line > text.length() - FENCE.length()) {
            return text;
        }
        String language = text.substring(FENCE.length(), line).strip();
        return language.isEmpty() || language.equals("json")
                ? text.substring(line, text.length() - FENCE.length())
                : text;
    }

    private static Object value(Field field, JsonNode node) {
        String name = "\"" + field.name() + "\"";
        if (node.isMissingNode() || node.isNull()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return switch (field.kind()) {
            case TEXT -> require(node.isString(), name + " must be text", node).asString();
            case CHOICE ->
                choice(
                        field,
                        require(node.isString(), name + " must be text", node).asString());
            case YES_NO ->
                require(node.isBoolean(), name + " must be true or false", node).asBoolean();
            case WHOLE -> {
                require(
                        node.isNumber()
                                && node.canConvertToLong()
                                && node.doubleValue() == Math.rint(node.doubleValue()),
                        name + " must be a whole number",
                        node);
                yield inRange(field, node.doubleValue(), node.longValue());
            }
            case DECIMAL -> {
                double number = require(node.isNumber(), name + " must be a number", node)
                        .doubleValue();
                yield inRange(field, number, number);
            }
            case LIST -> list(field, require(node.isArray(), name + " must be a list", node));
        };
    }

    private static JsonNode require(boolean holds, String message, JsonNode node) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
        return node;
    }

    private static String choice(Field field, String text) {
        if (!field.options().contains(text)) {
            throw new IllegalArgumentException(
                    "\"" + field.name() + "\" must be one of " + String.join(", ", field.options()));
        }
        return text;
    }

    private static Object inRange(Field field, double number, Object value) {
        boolean low = field.min().isPresent() && number < field.min().getAsDouble();
        boolean high = field.max().isPresent() && number > field.max().getAsDouble();
        if (low || high || !Double.isFinite(number)) {
            throw new IllegalArgumentException("\"" + field.name() + "\" is " + value + ", outside its range");
        }
        return value;
    }

    private static List<Object> list(Field field, JsonNode node) {
        Field item = Field.of(field.name(), field.item().orElse(Field.Kind.TEXT));
        List<Object> values = new ArrayList<>();
        node.forEach(element -> values.add(value(item, element)));
        return values;
    }
}
