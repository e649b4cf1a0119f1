package fellowship.model.http;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Gathers the bytes of one answer, and gives up when they are more than any real answer has. */
final class Body {

    /** Most bytes of an answer, on the wire and after unpacking each. */
    static final int MOST = 16 << 20;

    private static final int FIRST = 4096;

    private byte[] bytes = new byte[FIRST];
    private int size;

    void add(ByteBuf part) {
        int more = part.readableBytes();
        if (size + more > MOST) {
            throw new WireFault("too-large", "more than " + (MOST >> 20) + " MB were sent");
        }
        if (size + more > bytes.length) {
            bytes = java.util.Arrays.copyOf(bytes, Math.min(MOST, Math.max(bytes.length * 2, size + more)));
        }
        part.readBytes(bytes, size, more);
        size += more;
    }

    /** Bytes received so far. */
    int size() {
        return size;
    }

    /** The bytes, unpacked where the answer says that they are packed. */
    byte[] unpacked(@Nullable String coding) {
        byte[] whole = size == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, size);
        if (coding == null || coding.isBlank()) {
            return whole;
        }
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> whole;
            case "gzip", "x-gzip" -> inflate(in -> new GZIPInputStream(in), whole);
            case "deflate" -> inflate(InflaterInputStream::new, whole);
            default -> throw new WireFault("bad-coding", "content-encoding was not asked for: " + coding.strip());
        };
    }

    /** Makes the unpacked stream of a packed one. */
    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static byte[] inflate(Unpacking unpacking, byte[] packed) {
        try (InputStream in = unpacking.of(new ByteArrayInputStream(packed))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
            byte[] part = new byte[8192];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                if (out.size() + n > MOST) {
                    throw new WireFault("swells", "more than " + (MOST >> 20) + " MB after unpacking");
                }
                out.write(part, 0, n);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new WireFault("bad-coding", "the packed body is broken");
        }
    }
}
