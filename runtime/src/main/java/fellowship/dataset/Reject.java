package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of {@code rejects.jsonl}: a row, or a branch of it, that something went wrong with.
 *
 * @param rowId the row's id; empty for a line that could not be read
 * @param origin where its sample stands, as {@code file:line}
 * @param step the step that failed
 * @param reason a short code
 * @param message what happened, for a person
 * @param raw what the model said, or the line itself
 * @param calls the keys of the calls that were no use
 */
public record Reject(
        String rowId, String origin, String step, String reason, String message, String raw, List<String> calls) {

    /** The file in the run folder. */
    static final String FILE = "rejects.jsonl";

    public Reject {
        calls = List.copyOf(calls);
    }

    /** A line of the input that could not be read. */
    public static Reject of(String step, InputLine.Bad bad) {
        return new Reject("", bad.origin(), step, bad.reason(), bad.message(), bad.raw(), List.of());
    }

    /**
     * The keys of all calls in a run folder's {@code rejects.jsonl}, each once; empty where there is none.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<String> calls(Path folder) {
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            return List.of();
        }
        RowType type = new RowType("Reject", List.of(new Column("calls", Column.Kind.LIST)));
        Set<String> calls = new LinkedHashSet<>();
        try (InputStream in = Files.newInputStream(path)) {
            JsonRows rows = new JsonRows(new LineReader(in, SampleSource.LONGEST), type);
            for (Optional<ReadRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get() instanceof ReadRow.Good good && good.columns().get("calls") instanceof List<?> keys) {
                    keys.forEach(key -> calls.add(String.valueOf(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(calls);
    }

    String json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("row_id", rowId);
        line.put("origin", origin);
        line.put("step", step);
        line.put("reason", reason);
        line.put("message", message);
        line.put("raw", raw);
        line.put("calls", calls);
        return JsonLine.of(line);
    }
}
