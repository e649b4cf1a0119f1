package fellowship.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a file, one at a time, in memory that does not grow with them: of a line over the limit only the beginning is
 * kept. A byte order mark and carriage returns are taken off. UTF-8 only.
 */
final class Lines {

    /** Longest line, in bytes. */
    static final int LIMIT = 16 << 20;

    /** What is kept of a line that is not used. */
    private static final int SHOWN = 64 << 10;

    /**
     * One line.
     *
     * @param number from 1
     * @param text its text, or its beginning when it has a problem
     * @param problem the reason code {@code too-long} or {@code bad-encoding}
     */
    record Line(long number, String text, Optional<String> problem) {}

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        long length = 0;
        boolean any = false;
        while (true) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end < 0) {
                    end = 0;
                    break;
                }
            }
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            length += stop - at;
            if (length <= LIMIT) {
                line.write(buffer, at, stop - at);
            } else if (line.size() < SHOWN) {
                line.write(buffer, at, Math.min(stop - at, SHOWN - line.size()));
            }
            boolean whole = stop < end;
            at = whole ? stop + 1 : stop;
            if (whole) {
                break;
            }
        }
        if (!any) {
            return Optional.empty();
        }
        number++;
        return Optional.of(length > LIMIT ? begun(line, "too-long") : decoded(line));
    }

    private Line decoded(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        int from = number == 1
                        && bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        int length = bytes.length - from;
        if (length > 0 && bytes[bytes.length - 1] == '\r') {
            length--;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
            return new Line(number, text, Optional.empty());
        } catch (CharacterCodingException e) {
            return begun(line, "bad-encoding");
        }
    }

    private Line begun(ByteArrayOutputStream line, String problem) {
        byte[] bytes = line.toByteArray();
        String text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8);
        return new Line(number, text, Optional.of(problem));
    }
}
