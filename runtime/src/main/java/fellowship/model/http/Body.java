package fellowship.model.http;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the bytes of one answer, and gives up when they are more than any real answer has. They are kept in the pieces
 * they came in, put together to a useful size, so that a large answer is never copied as a whole.
 */
final class Body {

    /** Most bytes of an answer, on the wire and after unpacking each. */
    static final int MOST = 16 << 20;

    private static final int PIECE = 8192;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[PIECE];
    private int inLast;
    private int size;

    static Body of(byte[] bytes) {
        Body body = new Body();
        body.add(bytes, bytes.length, "too-large", "were sent");
        return body;
    }

    void add(ByteBuf part) {
        byte[] bytes = new byte[Math.min(part.readableBytes(), MOST + 1)];
        part.readBytes(bytes);
        add(bytes, bytes.length, "too-large", "were sent");
    }

    private void add(byte[] bytes, int count, String mark, String how) {
        if (size + count > MOST) {
            throw new WireFault(mark, "more than " + (MOST >> 20) + " MB " + how);
        }
        for (int from = 0; from < count; ) {
            if (inLast == last.length) {
                full.add(last);
                last = new byte[Math.min(1 << 18, Math.max(PIECE, size / 4))];
                inLast = 0;
            }
            int some = Math.min(count - from, last.length - inLast);
            System.arraycopy(bytes, from, last, inLast, some);
            inLast += some;
            from += some;
            size += some;
        }
    }

    /** Bytes received so far. */
    int size() {
        return size;
    }

    /** The bytes from the first on. */
    InputStream stream() {
        List<InputStream> pieces = new ArrayList<>(full.size() + 1);
        full.forEach(piece -> pieces.add(new ByteArrayInputStream(piece)));
        pieces.add(new ByteArrayInputStream(last, 0, inLast));
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    /** The first bytes, at most so many. */
    byte[] first(int most) {
        try {
            return stream().readNBytes(most);
        } catch (IOException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    /** The answer without its packing, where it says that it is packed. */
    Body unpacked(@Nullable String coding) {
        if (coding == null || coding.isBlank()) {
            return this;
        }
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> this;
            case "gzip", "x-gzip" -> inflate(in -> new GZIPInputStream(in, PIECE));
            case "deflate" -> inflate(InflaterInputStream::new);
            default -> throw new WireFault("bad-coding", "content-encoding was not asked for: " + coding.strip());
        };
    }

    /** Makes the unpacked stream of a packed one. */
    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private Body inflate(Unpacking unpacking) {
        Body out = new Body();
        try (InputStream in = unpacking.of(stream())) {
            byte[] part = new byte[PIECE];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                out.add(part, n, "swells", "after unpacking");
            }
            return out;
        } catch (EOFException e) {
            throw new WireFault("cut", "the packed body ends before it is whole");
        } catch (IOException e) {
            throw new WireFault("bad-coding", "the packed body is broken");
        }
    }
}
