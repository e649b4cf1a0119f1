package fellowship.export.form;

import java.util.List;
import java.util.Map;

/** What a record gives a consumer: rows, or the reason why it gives none. */
public sealed interface Emitted {

    /** Rows, each with all columns of its form. */
    record Rows(List<Map<String, Object>> rows) implements Emitted {}

    /**
     * No row.
     *
     * @param reason a short code, as {@code equal-texts}; {@link Reasons} says what each means
     */
    record Left(String reason) implements Emitted {}

    static Emitted row(Map<String, Object> row) {
        return new Rows(List.of(row));
    }

    static Emitted rows(List<Map<String, Object>> rows, String orElse) {
        return rows.isEmpty() ? new Left(orElse) : new Rows(rows);
    }
}
