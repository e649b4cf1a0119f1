package fellowship.export.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Records from a file, one a line, in constant memory. */
public final class RecordFile implements AutoCloseable {

    private final Path path;
    private final BufferedReader lines;
    private final BiFunction<String, Long, FullRecord> reader;
    private long number;

    private RecordFile(Path path, BiFunction<String, Long, FullRecord> reader) throws IOException {
        this.path = path;
        this.lines = new BufferedReader(
                new java.io.InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()),
                1 << 16);
        this.reader = reader;
    }

    /** Our own: a run's {@code full.jsonl}, or what {@code convert} wrote. */
    public static RecordFile open(Path path) throws IOException {
        return new RecordFile(path, (line, number) -> ours(line));
    }

    /** Of a foreign format, one of {@link Foreign#names}. */
    public static RecordFile open(Path path, String format) throws IOException {
        return new RecordFile(path, (line, number) -> Foreign.read(format, line, number));
    }

    private static FullRecord ours(String line) {
        JsonNode node = Tree.object(line);
        if (RecordJson.is(node)) {
            return RecordJson.read(node);
        }
        if (RunLine.is(node)) {
            return RunLine.read(node);
        }
        throw new RecordException(
                "this is no full record: name a run's folder or its full.jsonl, or make records of other files with 'fellowship convert'");
    }

    /**
     * The next record; nothing at the end. Empty lines are passed over.
     *
     * @throws RecordException with file and line, when a line is none
     */
    public Optional<FullRecord> next() throws IOException {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    return Optional.of(reader.apply(line, number));
                }
            }
            return Optional.empty();
        } catch (RecordException e) {
            throw new RecordException(path + ":" + number + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new RecordException(path + ": after line " + number + " there are bytes that are no UTF-8");
        }
    }

    /** The line of the last record. */
    public long line() {
        return number;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
