package fellowship.export.parquet;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One column chunk in the making: the open page, and the pages before it, compressed. */
final class Leaf {

    /** What a page holds before it is compressed, in bytes; a page ends with the row that passes it. */
    private static final int PAGE = 1 << 20;

    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private final List<String> path;
    private final Column column;
    private final int mostRepeated;
    private final int mostDefined;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final Levels repetitions = new Levels();
    private final Levels definitions = new Levels();
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private int bits;
    private int bitCount;
    private long levels;
    private long uncompressed;

    Leaf(List<String> path, Column column, int mostRepeated, int mostDefined) {
        this.path = List.copyOf(path);
        this.column = column;
        this.mostRepeated = mostRepeated;
        this.mostDefined = mostDefined;
    }

    Column column() {
        return column;
    }

    List<String> path() {
        return path;
    }

    /** Nothing, where a list above is empty or the value is null. */
    void nothing(int repeated, int defined) {
        repetitions.add(repeated);
        definitions.add(defined);
    }

    void add(Object value, int repeated) {
        nothing(repeated, mostDefined);
        switch (column.kind()) {
            case TEXT -> bytes(((String) value).getBytes(StandardCharsets.UTF_8));
            case BYTES -> bytes((byte[]) value);
            case WHOLE -> little(((Number) value).longValue(), 8);
            case DECIMAL -> little(Double.doubleToRawLongBits(((Number) value).doubleValue()), 8);
            case YES_NO -> bit((Boolean) value);
            default -> throw new IllegalStateException(column.name() + " is no leaf");
        }
    }

    private void bytes(byte[] bytes) {
        little(bytes.length, 4);
        values.writeBytes(bytes);
    }

    private void little(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            values.write((int) (value >>> 8 * i));
        }
    }

    private void bit(boolean value) {
        bits |= (value ? 1 : 0) << bitCount;
        bitCount++;
        if (bitCount == 8) {
            flushBits();
        }
    }

    private void flushBits() {
        if (bitCount > 0) {
            values.write(bits);
            bits = 0;
            bitCount = 0;
        }
    }

    /** At the end of a row. */
    void rowEnds() {
        if (values.size() + repetitions.count() >= PAGE) {
            endPage();
        }
    }

    private void endPage() {
        if (definitions.count() == 0) {
            return;
        }
        flushBits();
        ByteArrayOutputStream body = new ByteArrayOutputStream(values.size() + 64);
        if (mostRepeated > 0) {
            repetitions.writeTo(body);
        }
        if (mostDefined > 0) {
            definitions.writeTo(body);
        }
        body.writeBytes(values.toByteArray());
        byte[] plain = body.toByteArray();
        ZstdCompressor zstd = new ZstdCompressor();
        byte[] packed = new byte[zstd.maxCompressedLength(plain.length)];
        int length = zstd.compress(plain, 0, plain.length, packed, 0, packed.length);
        byte[] header = header(plain.length, length);
        pages.writeBytes(header);
        pages.write(packed, 0, length);
        levels += definitions.count();
        uncompressed += header.length + plain.length;
        values.reset();
        repetitions.clear();
        definitions.clear();
    }

    private byte[] header(int plain, int packed) {
        Thrift page = new Thrift().whole(1, 0).whole(2, plain).whole(3, packed);
        page.struct(5, () -> page.whole(1, definitions.count())
                .whole(2, PLAIN)
                .whole(3, RLE)
                .whole(4, RLE));
        return page.end();
    }

    /** Bytes held, packed and not. */
    long held() {
        return pages.size() + values.size() + 2L * definitions.count();
    }

    /** A finished chunk. */
    record Chunk(byte[] pages, long levels, long uncompressed) {}

    /** The chunk so far; the leaf begins anew. */
    Chunk end() {
        endPage();
        Chunk chunk = new Chunk(pages.toByteArray(), levels, uncompressed);
        pages.reset();
        levels = 0;
        uncompressed = 0;
        return chunk;
    }
}
