package fellowship.export.write;

import fellowship.export.form.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds rows to their columns: every key there, each of its type, none beside them. */
final class Types {

    private Types() {}

    static void check(List<Field> fields, Map<?, ?> row) {
        if (row.size() != fields.size()) {
            throw new IllegalArgumentException("the keys are " + row.keySet() + ", not "
                    + fields.stream().map(Field::name).toList());
        }
        fields.forEach(field -> check(field, row.get(field.name())));
    }

    private static void check(Field field, @Nullable Object value) {
        boolean fits =
                switch (field.kind()) {
                    case TEXT, PICTURE -> value instanceof String;
                    case DECIMAL -> value instanceof Double number && Double.isFinite(number);
                    case WHOLE -> value instanceof Integer || value instanceof Long;
                    case YES_NO -> value instanceof Boolean;
                    case OBJECT -> value instanceof Map;
                    case LIST -> value instanceof List;
                };
        if (!fits) {
            throw new IllegalArgumentException("'" + field.name() + "' must hold " + field.kind() + ", was " + value);
        }
        if (value instanceof List<?> list) {
            list.forEach(item -> check(field.inner().get(0), item));
        } else if (value instanceof Map<?, ?> map) {
            check(field.inner(), map);
        }
    }
}
