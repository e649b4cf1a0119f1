package fellowship.model.embedded;

import fellowship.model.embedded.JsonShape.Fixed;
import fellowship.model.embedded.JsonShape.Items;
import fellowship.model.embedded.JsonShape.Parts;
import fellowship.model.embedded.JsonShape.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the shape of replies out of a JSON schema: objects, strings, numbers, booleans, enums, and lists of these. What it
 * does not know it refuses, for a reply must not be held to less than was asked.
 */
final class SchemaReader {

    /** A string without {@code maxLength} ends here at the latest: small models do not always find an end. */
    static final int DEFAULT_LENGTH = 400;

    /** A list without {@code maxItems} ends here at the latest. */
    static final int DEFAULT_ITEMS = 8;

    private static final int DEEPEST = 8;
    private static final int MOST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> REMARKS =
            Set.of("$schema", "$id", "title", "description", "default", "examples", "type", "additionalProperties");

    private final Tokenizer tokenizer;
    private final StringBytes.Table table;

    SchemaReader(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.table = new StringBytes.Table(tokenizer.vocabulary());
    }

    JsonShape read(Map<?, ?> schema) {
        List<Object> parts = new ArrayList<>();
        value(schema, "the schema", "", parts, 0);
        return joined(parts);
    }

    /** Appends texts, which are joined to {@link Fixed} parts in the end, and shapes. */
    private void value(Map<?, ?> schema, String where, String space, List<Object> parts, int depth) {
        if (depth > DEEPEST) {
            throw new SchemaException(where + " lies too deep for the embedded model");
        }
        if (schema.containsKey("enum") || schema.containsKey("const")) {
            choice(schema, where, space, parts);
            return;
        }
        String type = schema.get("type") instanceof String text ? text : "none";
        switch (type) {
            case "object" -> object(schema, where, space, parts, depth);
            case "array" -> array(schema, where, space, parts, depth);
            case "string" -> {
                knows(schema, where, "minLength", "maxLength");
                int least = bound(schema, where, "minLength", 0);
                int most = bound(schema, where, "maxLength", Math.max(DEFAULT_LENGTH, least));
                check(least <= most, where, "has a minLength above its maxLength");
                parts.add(space + "\"");
                parts.add(new Slot(new TextForm(least, most, table)));
                parts.add("\"");
            }
            case "integer", "number" -> {
                knows(schema, where, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
                parts.add(space);
                parts.add(new Slot(NumberBounds.form(schema, where, type.equals("integer"), tokenizer.vocabulary())));
            }
            case "boolean" -> {
                knows(schema, where);
                parts.add(new Slot(ChoiceForm.of(List.of(space + "true", space + "false"), tokenizer.vocabulary())));
            }
            default ->
                throw new SchemaException(where + " has the type " + schema.get("type")
                        + "; the embedded model writes object, array, string, integer, number, boolean and enum");
        }
    }

    private void object(Map<?, ?> schema, String where, String space, List<Object> parts, int depth) {
        knows(schema, where, "properties", "required");
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
        for (Object name : schema.get("required") instanceof List<?> list ? list : List.of()) {
            check(properties.containsKey(name), where, "requires '" + name + "', which is no property of it");
        }
        String before = space + "{";
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            String name = String.valueOf(property.getKey());
            parts.add(before + JSON.writeValueAsString(name) + ":");
            String inside = "'" + name + "'";
            value(map(property.getValue(), inside), inside, " ", parts, depth + 1);
            before = ", ";
        }
        parts.add(properties.isEmpty() ? space + "{}" : "}");
    }

    private void array(Map<?, ?> schema, String where, String space, List<Object> parts, int depth) {
        knows(schema, where, "items", "minItems", "maxItems");
        int least = bound(schema, where, "minItems", 0);
        int most = bound(schema, where, "maxItems", Math.max(DEFAULT_ITEMS, least));
        check(least <= most, where, "has a minItems above its maxItems");
        List<Object> item = new ArrayList<>();
        String inside = "the items of " + where;
        value(map(schema.get("items"), inside), inside, "", item, depth + 1);
        parts.add(space + "[");
        parts.add(new Items(joined(item), new Fixed(tokenizer.encode(", ")), least, most));
        parts.add("]");
    }

    private void choice(Map<?, ?> schema, String where, String space, List<Object> parts) {
        knows(schema, where, "enum", "const");
        List<?> options = schema.containsKey("const")
                ? Collections.singletonList(schema.get("const"))
                : schema.get("enum") instanceof List<?> list ? list : List.of();
        check(!options.isEmpty() && options.size() <= 1000, where, "has no options, or more than 1000");
        boolean isText = options.stream().allMatch(String.class::isInstance);
        parts.add(isText ? space + "\"" : space);
        parts.add(new Slot(ChoiceForm.of(
                options.stream()
                        .map(JSON::writeValueAsString)
                        .map(option -> isText ? option.substring(1) : option)
                        .toList(),
                tokenizer.vocabulary())));
    }

    private JsonShape joined(List<Object> parts) {
        List<JsonShape> shapes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof JsonShape shape) {
                fixed(text, shapes);
                shapes.add(shape);
            } else {
                text.append(part);
            }
        }
        fixed(text, shapes);
        return new Parts(shapes);
    }

    private void fixed(StringBuilder text, List<JsonShape> shapes) {
        if (text.length() > 0) {
            shapes.add(new Fixed(tokenizer.encode(text.toString())));
            text.setLength(0);
        }
    }

    private static Map<?, ?> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new SchemaException(where + ": there is no schema");
        }
        return map;
    }

    private static int bound(Map<?, ?> schema, String where, String key, int standard) {
        Object value = schema.get(key);
        if (value == null) {
            return standard;
        }
        check(
                value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= MOST,
                where,
                "must have a " + key + " from 0 to " + MOST);
        return ((Number) value).intValue();
    }

    private static void knows(Map<?, ?> schema, String where, String... known) {
        for (Object key : schema.keySet()) {
            check(
                    REMARKS.contains(key) || List.of(known).contains(key),
                    where,
                    "uses '" + key + "', which the embedded model cannot keep to");
        }
    }

    private static void check(boolean isGood, String where, String what) {
        if (!isGood) {
            throw new SchemaException(where + " " + what);
        }
    }
}
