package fellowship.model.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Reads the head of a file forward, never past its end or a bound on how long a head may be. */
final class GgufCursor {

    /** The head of the largest vocabularies in use takes about 12 MB. */
    private static final long LONGEST_HEAD = 256L << 20;

    private static final int LONGEST_TEXT = 4 << 20;

    private final FileChannel file;
    private final long end;
    private final ByteBuffer window = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long windowEnd;

    GgufCursor(FileChannel file) throws IOException {
        this.file = file;
        this.end = Math.min(file.size(), LONGEST_HEAD);
        window.limit(0);
    }

    long position() {
        return windowEnd - window.remaining();
    }

    int readByte() throws IOException {
        need(1);
        return window.get();
    }

    int readShort() throws IOException {
        need(2);
        return window.getShort();
    }

    int readInt() throws IOException {
        need(4);
        return window.getInt();
    }

    long readLong() throws IOException {
        need(8);
        return window.getLong();
    }

    String readText() throws IOException {
        long length = readLong();
        if (length < 0 || length > LONGEST_TEXT || length > end - position()) {
            throw new GgufException("a text of " + Long.toUnsignedString(length) + " bytes does not fit in the file");
        }
        byte[] bytes = new byte[(int) length];
        int done = 0;
        while (done < bytes.length) {
            need(1);
            int part = Math.min(window.remaining(), bytes.length - done);
            window.get(bytes, done, part);
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A count of things of which each takes some bytes: more than the rest of the file can hold is refused. */
    int readCount(String what, int bytesEach) throws IOException {
        long count = readLong();
        if (count < 0 || count > (end - position()) / bytesEach) {
            throw new GgufException(
                    "the file says it has " + Long.toUnsignedString(count) + " " + what + ", more than fit in it");
        }
        return (int) count;
    }

    private void need(int bytes) throws IOException {
        if (window.remaining() >= bytes) {
            return;
        }
        window.compact();
        while (window.position() < bytes) {
            window.limit((int) Math.min(window.capacity(), window.position() + (end - windowEnd)));
            int read = window.hasRemaining() ? file.read(window, windowEnd) : -1;
            if (read <= 0) {
                throw new GgufException("the file ends at byte " + end + ", in the middle of its head");
            }
            windowEnd += read;
        }
        window.flip();
    }
}
