package fellowship.dataset;

import fellowship.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Remembers ids by 64 bits of their digest, 16 bytes or so each, so that a million rows need no more than a book. */
final class IdSet {

    private long[] table = new long[1024];
    private int size;

    /** Whether the id is new; in one of about 10^12 pairs of a million ids a new one is taken for a known one. */
    boolean add(String id) {
        if (size * 2 >= table.length) {
            grow();
        }
        boolean added = put(table, hash(id));
        if (added) {
            size++;
        }
        return added;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> put(table, hash));
    }

    private static boolean put(long[] table, long hash) {
        int at = (int) (hash & table.length - 1);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        return true;
    }

    private static long hash(String id) {
        byte[] digest = Sha256.digest().digest(id.getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int i = 0; i < 8; i++) {
            hash = hash << 8 | digest[i] & 0xFF;
        }
        return hash == 0 ? 1 : hash;
    }
}
