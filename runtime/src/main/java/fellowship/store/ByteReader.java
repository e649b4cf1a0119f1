package fellowship.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link ByteWriter} wrote. Bytes that it did not write end in an unchecked exception, never in a long loop
 * or a large allocation.
 */
final class ByteReader {

    private final ByteBuffer bytes;

    ByteReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int u8() {
        return bytes.get() & 0xff;
    }

    boolean flag() {
        return u8() == 1;
    }

    int i32() {
        return bytes.getInt();
    }

    long i64() {
        return bytes.getLong();
    }

    double f64() {
        return Double.longBitsToDouble(i64());
    }

    String text() {
        int mark = i32();
        int length = mark & ~ByteWriter.UTF_16;
        if (length > bytes.remaining()) {
            throw new IllegalArgumentException(
                    "a text of " + length + " bytes where " + bytes.remaining() + " are left");
        }
        ByteBuffer block = bytes.slice().limit(length);
        bytes.position(bytes.position() + length);
        return mark < 0
                ? block.asCharBuffer().toString()
                : StandardCharsets.UTF_8.decode(block).toString();
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }
}
