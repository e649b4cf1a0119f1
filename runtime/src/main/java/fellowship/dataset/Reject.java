package fellowship.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    public Reject {
        calls = List.copyOf(calls);
    }

    /** A line of the input that could not be read. */
    public static Reject of(String step, InputLine.Bad bad) {
        return new Reject("", bad.origin(), step, bad.reason(), bad.message(), bad.raw(), List.of());
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
