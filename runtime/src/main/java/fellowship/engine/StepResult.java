package fellowship.engine;

import fellowship.row.Row;
import java.util.List;

/** What a step made of a row. */
sealed interface StepResult {

    /** These go on; at least one. */
    record Rows(List<Row> rows) implements StepResult {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** A rule took the row out. */
    record Left(String rule) implements StepResult {}

    static StepResult of(Row row) {
        return new Rows(List.of(row));
    }
}
