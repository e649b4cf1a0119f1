package fellowship.script;

import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import fellowship.script.read.RecordData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the fields of a typed reply from a record: its JSON schema, its ranges and its choices. */
final class ReplyTypes {

    private ReplyTypes() {}

    /** @throws IllegalArgumentException when the class is no record, or has a component that no reply can hold */
    static ReplyType of(Class<?> type) {
        RecordData record = RecordShape.of(type)
                .orElseThrow(() -> new IllegalArgumentException("a reply is a record, but " + type.getSimpleName()
                        + " is not one; write: record Review(double score, String feedback) {}"));
        return new ReplyType(
                record.name(),
                record.components().stream()
                        .map(component -> field(record, component))
                        .toList());
    }

    private static Field field(RecordData record, RecordData.Component component) {
        String name = component.name();
        Class<?> of = component.type();
        if (of.isEnum()) {
            List<String> names = Arrays.stream(of.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Field.choice(name, names);
        }
        if (component.oneOf().isPresent() && of == String.class) {
            return Field.choice(name, component.oneOf().get());
        }
        Field.Kind kind = kind(of).orElseThrow(() ->
                new IllegalArgumentException("field '" + name + "' of " + record.name()
                        + " is a " + of.getSimpleName()
                        + "; a field of a reply is a String, int, long, double, boolean, enum, or a List of these"));
        return new Field(
                name,
                kind,
                component.min(),
                component.max(),
                List.of(),
                kind == Field.Kind.LIST
                        ? component.item().map(ReplyTypes::kind).orElse(Optional.of(Field.Kind.TEXT))
                        : Optional.empty());
    }

    private static Optional<Field.Kind> kind(Class<?> type) {
        return RowTypes.kind(type).flatMap(kind -> switch (kind) {
            case TEXT -> Optional.of(Field.Kind.TEXT);
            case WHOLE -> Optional.of(Field.Kind.WHOLE);
            case DECIMAL -> Optional.of(Field.Kind.DECIMAL);
            case YES_NO -> Optional.of(Field.Kind.YES_NO);
            case LIST -> Optional.of(Field.Kind.LIST);
            case MAP, ANY -> Optional.empty();
        });
    }
}
