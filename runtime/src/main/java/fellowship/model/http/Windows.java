package fellowship.model.http;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All runs of eight characters of some texts, and where another text holds one of them. */
final class Windows {

    static final int WIDTH = 8;

    private static final int BITS = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Set<String> runs;
    private final BitSet sieve = new BitSet(1 << BITS);

    private Windows(Set<String> runs) {
        this.runs = runs;
        runs.forEach(run -> sieve.set(slot(packed(run))));
    }

    static Windows of(Stream<String> texts, Predicate<String> which) {
        Set<String> runs = new HashSet<>();
        texts.forEach(text -> {
            for (int i = 0; i + WIDTH <= text.length(); i++) {
                String run = text.substring(i, i + WIDTH);
                if (which.test(run)) {
                    runs.add(run);
                }
            }
        });
        return new Windows(Set.copyOf(runs));
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    boolean hits(String text) {
        return next(text, 0) >= 0;
    }

    /** The text with this in place of every stretch of such runs. */
    String mask(String text, String mask) {
        int at = next(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int shown = 0;
        while (at >= 0) {
            if (at > shown || shown == 0) {
                out.append(text, shown, at).append(mask);
            }
            shown = at + WIDTH;
            // Runs that overlap are one stretch; one that follows at once is, too.
            int more = next(text, at + 1);
            while (more >= 0 && more <= shown) {
                shown = more + WIDTH;
                more = next(text, more + 1);
            }
            at = more;
        }
        return out.append(text, shown, text.length()).toString();
    }

    /** Where the next run begins, -1 where none does. A sieve over eight packed characters spares nearly all substrings. */
    private int next(String text, int from) {
        long packed = 0;
        for (int i = from; !runs.isEmpty() && i < text.length(); i++) {
            packed = packed << 8 | text.charAt(i) & 0xff;
            int start = i - WIDTH + 1;
            if (start >= from && sieve.get(slot(packed)) && runs.contains(text.substring(start, i + 1))) {
                return start;
            }
        }
        return -1;
    }

    private static long packed(String run) {
        long packed = 0;
        for (int i = 0; i < WIDTH; i++) {
            packed = packed << 8 | run.charAt(i) & 0xff;
        }
        return packed;
    }

    private static int slot(long packed) {
        return (int) (packed * MIX >>> 64 - BITS);
    }
}
