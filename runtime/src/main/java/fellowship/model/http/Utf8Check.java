package fellowship.model.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are UTF-8, strictly: a parser of JSON takes UTF-16, overlong forms and coded halves of surrogate pairs as
 * well. A body that ends inside a character was cut.
 */
final class Utf8Check {

    private static final int PIECE = 8192;

    private Utf8Check() {}

    /** @throws WireFault when they are not */
    static void of(Body body) {
        // No JSON holds a bare NUL, but one in UTF-16 or UTF-32 begins with one.
        for (byte each : body.first(4)) {
            if (each == 0) {
                throw new WireFault("bad-encoding", "the body is not UTF-8");
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.allocate(PIECE);
        CharBuffer out = CharBuffer.allocate(PIECE);
        try (InputStream bytes = body.stream()) {
            int count = bytes.read(in.array(), 0, PIECE);
            while (count >= 0) {
                in.limit(in.position() + count).position(0);
                if (decoder.decode(in, out, false).isError()) {
                    throw new WireFault("bad-encoding", "the body is not UTF-8");
                }
                out.clear();
                in.compact();
                count = bytes.read(in.array(), in.position(), in.remaining());
            }
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        if (in.position() > 0) {
            throw new WireFault("cut", "the body ends inside a character");
        }
    }
}
