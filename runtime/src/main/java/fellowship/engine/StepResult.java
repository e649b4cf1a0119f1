package fellowship.engine;

import fellowship.judging.Observation;
import fellowship.row.Row;
import java.util.List;
import java.util.Optional;

/** What a step made of a row. */
sealed interface StepResult {

    /** These go on; at least one. */
    record Rows(List<Row> rows) implements StepResult {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** The row stops here until all rows have come this far, and leaves what it adds to what is learned of them. */
    record Held(Observation observation) implements StepResult {}

    /**
     * The row is one of those that people should judge.
     *
     * @param row as it came
     * @param judged with a person's verdict; absent while nobody has given one
     */
    record ForPeople(Row row, Optional<Row> judged) implements StepResult {}

    /** The row stops here until all rows have come this far; what it leaves is folded, not kept. */
    record Noted(Note note) implements StepResult {}

    /**
     * Rules took some of the row's drafts out.
     *
     * @param rules one for each
     */
    record Thinned(Row row, List<String> rules) implements StepResult {
        public Thinned {
            rules = List.copyOf(rules);
        }
    }

    /** A rule took the row out. */
    record Left(String rule) implements StepResult {}

    static StepResult of(Row row) {
        return new Rows(List.of(row));
    }
}
