package fellowship.script;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.script.read.RecordData;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the columns of a row from a record. */
final class RowTypes {

    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, long.class, short.class, Integer.class, Long.class, Short.class, BigInteger.class);
    private static final Set<Class<?>> DECIMAL =
            Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);

    private RowTypes() {}

    /** @throws IllegalArgumentException when the class is no record, or has a component that no column can hold */
    static RowType of(Class<?> type) {
        RecordData record = RecordShape.of(type)
                .orElseThrow(() -> new IllegalArgumentException("rows are records, but " + type.getSimpleName()
                        + " is not one; write: record Task(String id, String prompt) {}"));
        List<Column> columns = new ArrayList<>();
        for (RecordData.Component component : record.components()) {
            Column.Kind kind = kind(component.type())
                    .orElseThrow(() -> new IllegalArgumentException("column '" + component.name() + "' of "
                            + record.name() + " is a "
                            + component.type().getSimpleName()
                            + "; a column is a String, int, long, double, boolean, enum, List, Map or Object"));
            columns.add(new Column(component.name(), kind));
        }
        return new RowType(record.name(), columns);
    }

    static Optional<Column.Kind> kind(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return Optional.of(Column.Kind.TEXT);
        }
        if (WHOLE.contains(type)) {
            return Optional.of(Column.Kind.WHOLE);
        }
        if (DECIMAL.contains(type)) {
            return Optional.of(Column.Kind.DECIMAL);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(Column.Kind.YES_NO);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Optional.of(Column.Kind.LIST);
        }
        if (Map.class.isAssignableFrom(type)) {
            return Optional.of(Column.Kind.MAP);
        }
        return type == Object.class ? Optional.of(Column.Kind.ANY) : Optional.empty();
    }

    /** What a value of a kind is called in messages. */
    static String word(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WHOLE -> "a whole number";
            case DECIMAL -> "a number";
            case YES_NO -> "true or false";
            case LIST -> "a list";
            case MAP -> "a map";
            case ANY -> "anything";
        };
    }
}
