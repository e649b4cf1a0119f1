package fellowship.export.parquet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Repetition or definition levels of one page, written as runs of equal ones (the specification's RLE, with its length
 * before it). Levels are below 256.
 */
final class Levels {

    private byte[] levels = new byte[1024];
    private int count;

    void add(int level) {
        if (count == levels.length) {
            levels = Arrays.copyOf(levels, count * 2);
        }
        levels[count++] = (byte) level;
    }

    int count() {
        return count;
    }

    void writeTo(ByteArrayOutputStream out) {
        ByteArrayOutputStream runs = new ByteArrayOutputStream();
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && levels[to] == levels[from]) {
                to++;
            }
            varint(runs, (to - from) << 1);
            runs.write(levels[from]);
            from = to;
        }
        int length = runs.size();
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(length >>> shift);
        }
        out.writeBytes(runs.toByteArray());
    }

    void clear() {
        count = 0;
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
