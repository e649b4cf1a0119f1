package fellowship.prompt;

import fellowship.chat.ReplySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape of a typed reply: one JSON object with these fields, all of them, in this order.
 *
 * @param name the record's name in the script
 * @param fields at least one
 */
public record ReplyType(String name, List<Field> fields) {

    public ReplyType {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("the reply type " + name + " needs at least one field");
        }
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The field that counts as the score: the one named {@code score}, else the only number there is. */
    public Optional<Field> score() {
        return field("score")
                .filter(Field::isNumber)
                .or(() -> only(fields.stream().filter(Field::isNumber).toList()));
    }

    /** The field that counts as the critique: {@code feedback} or {@code critique}, else the only text there is. */
    public Optional<Field> critique() {
        return field("feedback")
                .or(() -> field("critique"))
                .or(() -> only(fields.stream()
                        .filter(field -> field.kind() == Field.Kind.TEXT)
                        .toList()));
    }

    private static Optional<Field> only(List<Field> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The JSON schema, strict: every field required, nothing else allowed. */
    public ReplySchema schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), property(field)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", fields.stream().map(Field::name).toList());
        schema.put("additionalProperties", false);
        return new ReplySchema(name, schema);
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put(
                "type",
                switch (field.kind()) {
                    case TEXT, CHOICE -> "string";
                    case WHOLE -> "integer";
                    case DECIMAL -> "number";
                    case YES_NO -> "boolean";
                    case LIST -> "array";
                });
        if (field.kind() == Field.Kind.CHOICE) {
            property.put("enum", field.options());
        }
        field.item().ifPresent(item -> property.put("items", property(Field.of("item", item))));
        field.min().ifPresent(min -> property.put("minimum", number(min)));
        field.max().ifPresent(max -> property.put("maximum", number(max)));
        return property;
    }

    /** How to reply, in a sentence for the model: not every server enforces a schema. */
    public String instruction() {
        List<String> parts = new ArrayList<>();
        fields.forEach(field -> parts.add("\"" + field.name() + "\" (" + describe(field) + ")"));
        return "Reply with one JSON object and nothing else. Its fields: " + String.join(", ", parts) + ".";
    }

    private static String describe(Field field) {
        String kind =
                switch (field.kind()) {
                    case TEXT -> "text";
                    case WHOLE -> "a whole number";
                    case DECIMAL -> "a number";
                    case YES_NO -> "true or false";
                    case CHOICE -> "one of " + String.join(", ", field.options());
                    case LIST -> "a list";
                };
        String from = field.min().isPresent() ? " from " + number(field.min().getAsDouble()) : "";
        String to = field.max().isPresent() ? " to " + number(field.max().getAsDouble()) : "";
        return kind + from + to;
    }

    /** A bound as people write it: 10, not 10.0. */
    private static Number number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
    }
}
