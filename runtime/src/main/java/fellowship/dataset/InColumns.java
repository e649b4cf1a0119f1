package fellowship.dataset;

import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Answers that stand in a row's own columns, under the names that data sets have for them: {@code chosen} and {@code
 * rejected}, or {@code completion} with a {@code label}. A script's {@code map} makes such rows.
 */
final class InColumns {

    private static final String POLICY = "columns";

    private InColumns() {}

    static Optional<Preference> pair(Row row) {
        return text(row, "chosen").flatMap(chosen -> text(row, "rejected")
                .map(rejected -> new Preference(chosen, rejected, OptionalDouble.empty(), POLICY)));
    }

    static Optional<Draft> completion(Row row) {
        return text(row, "completion");
    }

    static Optional<Boolean> label(Row row) {
        return row.columns().get("label") instanceof Boolean label ? Optional.of(label) : Optional.empty();
    }

    private static Optional<Draft> text(Row row, String column) {
        return row.columns().get(column) instanceof String text
                ? Optional.of(Draft.given(column, text))
                : Optional.empty();
    }
}
