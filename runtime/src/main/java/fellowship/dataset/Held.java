package fellowship.dataset;

import java.util.Arrays;

/** Bytes of one line while it is read: all of them up to a bound; past it only the first part and the length. */
final class Held {

    private final int most;
    private byte[] bytes = new byte[8192];
    private int size;
    private long length;

    /** @param most bytes of the longest line that is kept whole */
    Held(int most) {
        this.most = most;
    }

    void add(byte[] from, int start, int count) {
        length += count;
        if (length > most) {
            cut(from, start, count);
            return;
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(2L * bytes.length, size + (long) count)));
        }
        System.arraycopy(from, start, bytes, size, count);
        size += count;
    }

    /** Too long: what is more than a person wants to see is let go. */
    private void cut(byte[] from, int start, int count) {
        int keep = Math.min(SampleSource.RAW_LIMIT, most);
        int more = Math.max(0, Math.min(keep - size, count));
        byte[] first = Arrays.copyOf(bytes, keep);
        System.arraycopy(from, start, first, Math.min(size, keep), more);
        size = Math.min(size, keep) + more;
        bytes = first;
    }

    boolean isEmpty() {
        return length == 0;
    }

    RawLine take(long number) {
        boolean whole = length <= most;
        RawLine line = new RawLine(number, Arrays.copyOf(bytes, size), length, whole);
        size = 0;
        length = 0;
        return line;
    }
}
