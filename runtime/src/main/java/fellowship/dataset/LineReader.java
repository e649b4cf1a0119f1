package fellowship.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Rows that stand on a line each. Blank lines are no rows. */
final class LineReader implements RawLines {

    private final InputStream in;
    private final Held held;
    private final byte[] chunk = new byte[64 * 1024];
    private int at;
    private int end;
    private long line;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.held = new Held(longest);
    }

    @Override
    public Optional<RawLine> next() throws IOException {
        while (at < end || fill()) {
            int stop = at;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            held.add(chunk, at, stop - at);
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) {
                RawLine raw = held.take(++line);
                if (!raw.blank()) {
                    return Optional.of(raw);
                }
            }
        }
        if (held.isEmpty()) {
            return Optional.empty();
        }
        RawLine last = held.take(++line);
        return last.blank() ? Optional.empty() : Optional.of(last);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }
}
