package fellowship.model.embedded;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Which bytes may follow which inside a JSON string: valid UTF-8, known escapes, no control characters. */
final class StringBytes {

    /** Between two characters: the only place where the string can end. */
    static final int BETWEEN = 0;

    /** After the quote that ends the string. */
    static final int END = -1;

    private static final int BAD = -2;
    private static final int ESCAPE = 1;
    private static final int ONE_MORE = 2;
    private static final int TWO_MORE = 3;
    private static final int THREE_MORE = 4;
    private static final int AFTER_E0 = 5;
    private static final int AFTER_ED = 6;
    private static final int AFTER_F0 = 7;
    private static final int AFTER_F4 = 8;
    private static final int STATES = 9;

    private StringBytes() {}

    static int next(int state, byte value) {
        int b = value & 0xff;
        return switch (state) {
            case BETWEEN -> first(b);
            case ESCAPE -> "\"\\/bfnrt".indexOf(b) >= 0 ? BETWEEN : BAD;
            case ONE_MORE -> within(b, 0x80, 0xbf, BETWEEN);
            case TWO_MORE -> within(b, 0x80, 0xbf, ONE_MORE);
            case THREE_MORE -> within(b, 0x80, 0xbf, TWO_MORE);
            case AFTER_E0 -> within(b, 0xa0, 0xbf, ONE_MORE);
            case AFTER_ED -> within(b, 0x80, 0x9f, ONE_MORE);
            case AFTER_F0 -> within(b, 0x90, 0xbf, TWO_MORE);
            default -> within(b, 0x80, 0x8f, TWO_MORE);
        };
    }

    private static int first(int b) {
        if (b < 0x80) {
            return b == '"' ? END : b == '\\' ? ESCAPE : b < 0x20 || b == 0x7f ? BAD : BETWEEN;
        }
        if (b < 0xe0) {
            return b < 0xc2 ? BAD : ONE_MORE;
        }
        return switch (b) {
            case 0xe0 -> AFTER_E0;
            case 0xed -> AFTER_ED;
            case 0xf0 -> AFTER_F0;
            case 0xf4 -> AFTER_F4;
            default -> b < 0xf0 ? TWO_MORE : b < 0xf4 ? THREE_MORE : BAD;
        };
    }

    private static int within(int b, int least, int most, int then) {
        return b >= least && b <= most ? then : BAD;
    }

    /** For each state the tokens of a vocabulary that may come next; worked out when first asked for. */
    static final class Table {

        private final Vocabulary vocabulary;
        private final AtomicReferenceArray<int[]> allowed = new AtomicReferenceArray<>(2 * STATES);

        Table(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        /** @param mayEnd whether tokens that end the string are among them */
        int[] allowed(int state, boolean mayEnd) {
            int index = 2 * state + (mayEnd ? 1 : 0);
            int[] known = allowed.get(index);
            if (known == null) {
                known = find(state, mayEnd);
                allowed.set(index, known);
            }
            return known;
        }

        private int[] find(int state, boolean mayEnd) {
            Tokenizer.Ints found = new Tokenizer.Ints();
            for (int token = 0; token < vocabulary.size(); token++) {
                int after = vocabulary.isEnd(token)
                        ? (state == BETWEEN ? END : BAD)
                        : after(state, vocabulary.bytes(token));
                if (after >= 0 || (after == END && mayEnd)) {
                    found.add(token);
                }
            }
            return found.toArray();
        }

        private static int after(int state, byte[] bytes) {
            int now = bytes.length == 0 ? BAD : state;
            for (int i = 0; i < bytes.length && now >= 0; i++) {
                now = next(now, bytes[i]);
            }
            return now;
        }

        /** Tokens that stand for the first of some bytes, the longest first. */
        int[] cover(byte[] bytes, int count) {
            Tokenizer.Ints found = new Tokenizer.Ints();
            int at = 0;
            while (at < count) {
                int to = count;
                while (to > at + 1 && vocabulary.ofBytes(bytes, at, to).isEmpty()) {
                    to--;
                }
                vocabulary.ofBytes(bytes, at, to).ifPresent(found::add);
                at = to;
            }
            return found.toArray();
        }
    }
}
