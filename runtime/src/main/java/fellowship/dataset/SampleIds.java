package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.text.Sha256;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each row its id: the one it brings, else the first 16 hexadecimal digits of its content's digest. A row without
 * an id that stands in the input again gets {@code -2}, {@code -3}, … after it.
 */
final class SampleIds {

    /** The column that ids stand in. */
    static final String COLUMN = "id";

    private static final int DIGITS = 16;

    private final RowType type;
    private final Set<String> repeated;
    private final Map<String, Integer> seen = new HashMap<>();

    /** @param repeated ids made from content that come up more than once in this input */
    SampleIds(RowType type, Set<String> repeated) {
        this.type = type;
        this.repeated = repeated;
    }

    /** Whether a row may do without this column. */
    static boolean canBeMade(Column column) {
        return column.name().equals(COLUMN) && (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.ANY);
    }

    /** The id that a value of the column gives; a blank one counts as none. */
    static Optional<String> own(Object value) throws BadValueException {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            throw new BadValueException(
                    "wrong-type", "the column 'id' must be text or a number and is " + JsonValues.kind(value));
        }
        return value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    /** An id made from what the row holds. */
    static String made(Map<String, Object> columns) {
        Map<String, Object> content = new LinkedHashMap<>(columns);
        content.remove(COLUMN);
        return Sha256.of(JsonLine.of(content)).substring(0, DIGITS);
    }

    String of(ReadRow.Good row) {
        return row.id().orElseGet(() -> {
            String made = made(row.columns());
            int times = repeated.contains(made) ? seen.merge(made, 1, Integer::sum) : 1;
            return times == 1 ? made : made + "-" + times;
        });
    }

    /** The row's columns with its id among them, where the script wants one. */
    Map<String, Object> columns(ReadRow.Good row, String id) {
        if (row.id().isPresent()
                || type.column(COLUMN).filter(SampleIds::canBeMade).isEmpty()) {
            return row.columns();
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String name : type.names()) {
            Object value = name.equals(COLUMN) ? id : row.columns().get(name);
            if (value != null) {
                columns.put(name, value);
            }
        }
        return columns;
    }
}
