package fellowship.script;

import fellowship.dsl.OneOf;
import fellowship.dsl.Range;
import fellowship.script.read.RecordData;
import fellowship.script.read.RecordMarks;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A record as data, whether a class of the script stands behind it or not. */
final class RecordShape {

    private RecordShape() {}

    /** Nothing where the class is no record. */
    static Optional<RecordData> of(Class<?> type) {
        return RecordMarks.data(type).or(() -> type.isRecord() ? Optional.of(compiled(type)) : Optional.empty());
    }

    /** What the script calls it. */
    static String name(Class<?> type) {
        return RecordMarks.data(type).map(RecordData::name).orElse(type.getSimpleName());
    }

    /** Makes a record of its values. */
    interface Making<T> {
        /** @throws InvocationTargetException when the record refuses them */
        T of(@Nullable Object... values) throws InvocationTargetException;
    }

    /** @throws IllegalArgumentException when the class is no record */
    @SuppressWarnings("unchecked") // behind a mark, T is whatever the mark stands for
    static <T> Making<T> making(Class<T> type) {
        Optional<RecordData> data = RecordMarks.data(type);
        if (data.isPresent()) {
            return values -> (T) RecordMarks.value(data.get(), values);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return values -> {
                try {
                    return constructor.newInstance(values);
                } catch (InstantiationException | IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " is not a record", e);
        }
    }

    private static RecordData compiled(Class<?> type) {
        return new RecordData(
                type.getSimpleName(),
                Arrays.stream(type.getRecordComponents())
                        .map(component -> component(type, component))
                        .toList());
    }

    private static RecordData.Component component(Class<?> type, RecordComponent component) {
        Optional<Range> range = annotation(type, component, Range.class);
        return new RecordData.Component(
                component.getName(),
                component.getType(),
                component.getGenericType() instanceof ParameterizedType list
                                && list.getActualTypeArguments()[0] instanceof Class<?> of
                        ? Optional.of(of)
                        : Optional.empty(),
                range.map(Range::min).map(RecordShape::bound).orElse(OptionalDouble.empty()),
                range.map(Range::max).map(RecordShape::bound).orElse(OptionalDouble.empty()),
                annotation(type, component, OneOf.class).map(one -> List.of(one.value())));
    }

    private static OptionalDouble bound(double value) {
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
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
