package fellowship.export.split;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds prompts that are nearly the same: those whose sets of five-letter shingles overlap by about three quarters or more
 * (MinHash with banding, Broder 1997; Leskovec et al., "Mining of Massive Datasets", chapter 3). Of pairs that overlap by
 * 70 % three of five are found, by 80 % nineteen of twenty, by 90 % all but one in eight thousand; equal ones always. Sixteen bands of
 * eight hashes lie in a file, and are joined band by band, so that a million prompts take some 30 MB of memory.
 */
public final class NearPrompts implements AutoCloseable {

    private static final int BANDS = 16;
    private static final int ROWS = 8;
    private static final int SHINGLE = 5;

    private final Path file;
    private final DataOutputStream out;
    private int count;

    /** @param folder where a file may lie meanwhile */
    public NearPrompts(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, ".prompts", ".partial");
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    public void add(String prompt) throws IOException {
        String plain = plain(prompt);
        long[] least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int i = 0; i == 0 || i + SHINGLE <= plain.length(); i++) {
            long shingle = hash(plain, i, Math.min(plain.length(), i + SHINGLE));
            for (int j = 0; j < least.length; j++) {
                least[j] = Math.min(least[j], mixed(shingle + j * 0x9E3779B97F4A7C15L));
            }
        }
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mixed(key ^ least[band * ROWS + row]);
            }
            out.writeLong(key);
        }
        count++;
    }

    /** Small letters, and one blank for all that is neither letter nor digit. */
    private static String plain(String prompt) {
        StringBuilder plain = new StringBuilder(prompt.length());
        prompt.toLowerCase(java.util.Locale.ROOT).codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter)) {
                plain.appendCodePoint(letter);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    private static long hash(String text, int from, int to) {
        long hash = 1125899906842597L;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return mixed(hash);
    }

    /** The finaliser of MurmurHash3. */
    private static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }

    /**
     * For each prompt, in their order, the number of the first that it is nearly the same as, directly or over others; its
     * own number where there is none before it.
     */
    public int[] firsts() throws IOException {
        out.flush();
        int[] parents = new int[count];
        Arrays.setAll(parents, i -> i);
        for (int band = 0; band < BANDS; band++) {
            join(band, parents);
        }
        for (int i = 0; i < count; i++) {
            parents[i] = root(parents, i);
        }
        return parents;
    }

    private void join(int band, int[] parents) throws IOException {
        int size = Integer.highestOneBit(Math.max(16, count) * 2 - 1) * 2;
        long[] keys = new long[size];
        int[] seen = new int[size];
        Arrays.fill(seen, -1);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer block = ByteBuffer.allocate(BANDS * 8 * 4096);
            int row = 0;
            while (row < count) {
                block.clear();
                while (block.hasRemaining() && channel.read(block) >= 0) {
                    // A read may give less than a block.
                }
                LongBuffer all = block.flip().asLongBuffer();
                for (int i = band; i < all.limit(); i += BANDS, row++) {
                    int other = met(keys, seen, all.get(i), row);
                    if (other >= 0) {
                        unite(parents, other, row);
                    }
                }
            }
        }
    }

    /** The row that had this key before, or -1. */
    private static int met(long[] keys, int[] seen, long key, int row) {
        int at = (int) (key & keys.length - 1);
        while (seen[at] >= 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        if (seen[at] >= 0) {
            return seen[at];
        }
        keys[at] = key;
        seen[at] = row;
        return -1;
    }

    private static void unite(int[] parents, int one, int other) {
        int first = root(parents, one);
        int second = root(parents, other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    private static int root(int[] parents, int of) {
        int at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
