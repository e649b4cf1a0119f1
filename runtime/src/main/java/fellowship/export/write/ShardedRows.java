package fellowship.export.write;

import fellowship.export.form.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of one split: a file, or shards of so many rows each. A split without rows has no file: loaders fail on those. */
public final class ShardedRows implements AutoCloseable {

    private final Path folder;
    private final String split;
    private final FileKind kind;
    private final List<Field> fields;
    private final long shardRows;
    private final Pictures pictures;
    private final List<Written> written = new ArrayList<>();
    private Optional<RowFile> open = Optional.empty();
    private String name = "";
    private long rows;

    /**
     * A file that is there.
     *
     * @param path in the export's folder
     */
    public record Written(String path, String split, long rows, long bytes) {}

    /** @param shardRows how many rows a file has at most; 0 for one file */
    public ShardedRows(
            Path folder, String split, FileKind kind, List<Field> fields, long shardRows, Pictures pictures) {
        this.folder = folder;
        this.split = split;
        this.kind = kind;
        this.fields = List.copyOf(fields);
        this.shardRows = shardRows;
        this.pictures = pictures;
    }

    public void write(Map<String, Object> row) throws IOException {
        if (open.isEmpty()) {
            name = split + (shardRows > 0 ? String.format(Locale.ROOT, "-%05d", written.size()) : "") + "."
                    + kind.word();
            open = Optional.of(file(folder.resolve(name)));
            rows = 0;
        }
        open.orElseThrow().write(row);
        rows++;
        if (rows == shardRows) {
            endFile();
        }
    }

    private RowFile file(Path path) throws IOException {
        return kind == FileKind.JSONL ? new JsonRowFile(path, fields) : new ParquetRowFile(path, fields, pictures);
    }

    private void endFile() throws IOException {
        if (open.isPresent()) {
            long bytes = open.get().commit();
            open.get().close();
            written.add(new Written(name, split, rows, bytes));
            open = Optional.empty();
        }
    }

    /** Ends the last file; all that were written. */
    public List<Written> end() throws IOException {
        endFile();
        return List.copyOf(written);
    }

    @Override
    public void close() {
        open.ifPresent(RowFile::close);
    }
}
