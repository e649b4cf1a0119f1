package fellowship.script;

import fellowship.dsl.OneOf;
import fellowship.dsl.Range;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the fields of a typed reply from a record: its JSON schema, its ranges and its choices. */
final class ReplyTypes {

    private ReplyTypes() {}

    /** @throws IllegalArgumentException when the class is no record, or has a component that no reply can hold */
    static ReplyType of(Class<?> type) {
        String name = type.getSimpleName();
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a reply is a record, but " + name
                    + " is not one; write: record Review(double score, String feedback) {}");
        }
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(field(type, component));
        }
        return new ReplyType(name, fields);
    }

    private static Field field(Class<?> type, RecordComponent component) {
        String name = component.getName();
        Class<?> of = component.getType();
        if (of.isEnum()) {
            List<String> names = Arrays.stream(of.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return Field.choice(name, names);
        }
        Optional<OneOf> oneOf = annotation(type, component, OneOf.class);
        if (oneOf.isPresent() && of == String.class) {
            return Field.choice(name, List.of(oneOf.get().value()));
        }
        Field.Kind kind = kind(of).orElseThrow(() ->
                new IllegalArgumentException("field '" + name + "' of " + type.getSimpleName()
                        + " is a " + of.getSimpleName()
                        + "; a field of a reply is a String, int, long, double, boolean, enum, or a List of these"));
        Optional<Range> range = annotation(type, component, Range.class);
        return new Field(
                name,
                kind,
                range.map(Range::min).map(ReplyTypes::bound).orElse(OptionalDouble.empty()),
                range.map(Range::max).map(ReplyTypes::bound).orElse(OptionalDouble.empty()),
                List.of(),
                kind == Field.Kind.LIST ? item(component) : Optional.empty());
    }

    private static OptionalDouble bound(double value) {
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
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

    private static Optional<Field.Kind> item(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> of
                ? kind(of)
                : Optional.of(Field.Kind.TEXT);
    }

    /** Groovy puts a component's annotations on the field, Java on both. */
    private static <A extends Annotation> Optional<A> annotation(
            Class<?> type, RecordComponent component, Class<A> wanted) {
        return Optional.ofNullable(component.getAnnotation(wanted))
                .or(() -> fieldAnnotation(type, component.getName(), wanted));
    }

    private static <A extends Annotation> Optional<A> fieldAnnotation(Class<?> type, String name, Class<A> wanted) {
        try {
            return Optional.ofNullable(type.getDeclaredField(name).getAnnotation(wanted));
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        }
    }
}
