package fellowship.dataset;

import fellowship.store.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code rejects.jsonl}: every row that went no further, where it stands, at which step, why, and what was said. */
public final class RejectFile implements AutoCloseable {

    public static final String NAME = "rejects.jsonl";

    private final Path path;
    private final WholeFile file;

    public RejectFile(Path folder) {
        this.path = folder.resolve(NAME);
        this.file = WholeFile.create(path);
    }

    /**
     * Adds one.
     *
     * @param rowId the row's id, empty for a line that is no row
     * @param origin where it stands in the input
     * @param step the step that failed, {@code read} for the input itself
     * @param calls keys of the calls whose answers were no use
     */
    public void add(
            String rowId, String origin, String step, String reason, String message, String raw, List<String> calls) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("row_id", rowId);
        line.put("origin", origin);
        line.put("step", step);
        line.put("reason", reason);
        line.put("message", message);
        line.put("raw", raw);
        line.put("calls", calls);
        try {
            file.out().write(Json.line(line).getBytes(StandardCharsets.UTF_8));
            file.out().write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void commit() {
        file.commit();
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        file.close();
    }

    /** The keys of all calls in a folder's reject file; empty where there is none. */
    public static List<String> calls(Path folder) {
        Path path = folder.resolve(NAME);
        List<String> calls = new ArrayList<>();
        if (!Files.exists(path)) {
            return calls;
        }
        try (InputStream in = Files.newInputStream(path)) {
            Records records = new JsonlRecords(in);
            for (Optional<Records.Read> read = records.next(); read.isPresent(); read = records.next()) {
                if (read.get() instanceof Records.Read.Fine fine
                        && fine.fields().get("calls") instanceof List<?> keys) {
                    keys.forEach(key -> calls.add(String.valueOf(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }
}
