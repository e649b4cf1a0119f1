package fellowship.export.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a Parquet file. Memory is bound by one row group, about 16 MB, and by the largest row. One thread writes;
 * {@link #end} makes the file whole, and leaves the stream open.
 */
public final class ParquetWriter {

    /** What a row group holds before it is written, in bytes as they are in memory. */
    private static final long ROW_GROUP = 16 << 20;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ZSTD = 6;

    private final OutputStream out;
    private final Schema schema;
    private final Map<String, String> metadata;
    private final List<Group> groups = new ArrayList<>();
    private long offset;
    private long rows;
    private long groupRows;

    /** A chunk in the file. */
    private record Placed(Leaf leaf, long at, long packed, long levels, long uncompressed) {}

    private record Group(List<Placed> chunks, long rows) {}

    /** @param metadata of the file, by key */
    public ParquetWriter(OutputStream out, List<Column> columns, Map<String, String> metadata) throws IOException {
        this.out = out;
        this.schema = new Schema(columns);
        this.metadata = Map.copyOf(metadata);
        write(MAGIC);
    }

    /** @throws IllegalArgumentException when a column is missing or has another type */
    public void write(Map<String, ? extends @Nullable Object> row) throws IOException {
        schema.shred(row);
        rows++;
        groupRows++;
        if (schema.held() >= ROW_GROUP) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (groupRows == 0) {
            return;
        }
        List<Placed> placed = new ArrayList<>();
        for (Leaf leaf : schema.leaves()) {
            Leaf.Chunk chunk = leaf.end();
            placed.add(new Placed(leaf, offset, chunk.pages().length, chunk.levels(), chunk.uncompressed()));
            write(chunk.pages());
        }
        groups.add(new Group(placed, groupRows));
        groupRows = 0;
    }

    /** Writes what is held, and the footer. */
    public void end() throws IOException {
        endGroup();
        byte[] footer = footer();
        write(footer);
        byte[] length = new byte[4];
        for (int i = 0; i < 4; i++) {
            length[i] = (byte) (footer.length >>> 8 * i);
        }
        write(length);
        write(MAGIC);
    }

    private byte[] footer() {
        Thrift file = new Thrift().whole(1, 1);
        schema.describe(file);
        file.whole64(3, rows);
        file.structs(4, groups, ParquetWriter::group);
        if (!metadata.isEmpty()) {
            file.structs(5, metadata.entrySet(), (made, entry) -> made.text(1, entry.getKey())
                    .text(2, entry.getValue()));
        }
        return file.text(6, "fellowship").end();
    }

    private static void group(Thrift made, Group group) {
        List<Placed> chunks = group.chunks();
        made.structs(
                1, chunks, (column, placed) -> column.whole64(2, placed.at()).struct(3, () -> chunk(column, placed)));
        made.whole64(2, chunks.stream().mapToLong(Placed::uncompressed).sum());
        made.whole64(3, group.rows());
    }

    private static void chunk(Thrift made, Placed placed) {
        made.whole(1, placed.leaf().column().kind().type)
                .wholes(2, 0, 3)
                .texts(3, placed.leaf().path())
                .whole(4, ZSTD)
                .whole64(5, placed.levels())
                .whole64(6, placed.uncompressed())
                .whole64(7, placed.packed())
                .whole64(9, placed.at());
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        offset += bytes.length;
    }
}
