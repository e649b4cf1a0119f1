package fellowship.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Rows that stand in one JSON array. The array is cut at its commas without reading what is between them, so that a bad
 * element is one bad row and a long one is never held.
 */
final class ArrayReader implements RawLines {

    private final String name;
    private final InputStream in;
    private final Held held;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int end;
    private long line = 1;
    private long begin;
    private boolean opened;
    private boolean closed;

    ArrayReader(String name, InputStream in, int longest) {
        this.name = name;
        this.in = in;
        this.held = new Held(longest);
    }

    @Override
    public Optional<RawLine> next() throws IOException {
        if (!opened) {
            open();
        }
        return closed ? Optional.empty() : element();
    }

    private void open() throws IOException {
        int first = skipBlanks();
        if (first != '[') {
            throw new InputException(name + ":" + line + " does not begin with [");
        }
        take();
        opened = true;
        if (skipBlanks() == ']') {
            close();
        }
    }

    private Optional<RawLine> element() throws IOException {
        skipBlanks();
        begin = line;
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        int start = at;
        while (true) {
            if (at == end) {
                held.add(chunk, start, at - start);
                if (!fill()) {
                    throw new InputException(name + ":" + line + ": the array that begins the file has no end; the file"
                            + " was cut off, or a bracket or quote is missing in the row at line " + begin);
                }
                start = at;
            }
            byte b = chunk[at];
            if (b == '\n') {
                line++;
            }
            if (quoted) {
                quoted = escaped || b != '"';
                escaped = !escaped && b == '\\';
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (depth == 0 && (b == ',' || b == ']')) {
                held.add(chunk, start, at - start);
                if (b == ']') {
                    close();
                } else {
                    at++;
                }
                return Optional.of(held.take(begin));
            } else if (b == '}' || b == ']') {
                depth--;
            }
            at++;
        }
    }

    /** After the array's end only blanks may follow. */
    private void close() throws IOException {
        take();
        closed = true;
        if (skipBlanks() >= 0) {
            throw new InputException(name + ":" + line
                    + ": something follows the end of the array; a file is one array," + " or one object a line");
        }
    }

    private void take() {
        at++;
    }

    /** The next byte that is no blank, not taken; -1 at the end. */
    private int skipBlanks() throws IOException {
        while (at < end || fill()) {
            byte b = chunk[at];
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b;
            }
            if (b == '\n') {
                line++;
            }
            at++;
        }
        return -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }
}
