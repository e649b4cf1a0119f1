package fellowship.plan;

import java.util.List;
import java.util.Optional;

/**
 * The columns a row has, by name.
 *
 * @param name the record's name in the script
 * @param columns in the order they were declared
 */
public record RowType(String name, List<Column> columns) {

    public RowType {
        columns = List.copyOf(columns);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
