package fellowship.model.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One printable character for each byte, as GPT-2 has it: those that are printable stand for themselves. */
final class Alphabet {

    private static final char[] CHARACTER = new char[256];
    private static final int[] BYTE = new int[0x200];

    static {
        java.util.Arrays.fill(BYTE, -1);
        int next = 0x100;
        for (int b = 0; b < 256; b++) {
            boolean isPrintable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
            CHARACTER[b] = isPrintable ? (char) b : (char) next++;
            BYTE[CHARACTER[b]] = b;
        }
    }

    private Alphabet() {}

    static String character(byte b) {
        return String.valueOf(CHARACTER[b & 0xff]);
    }

    /** @param isPlain whether the piece is written as itself and not in this alphabet */
    static byte[] bytes(String piece, boolean isPlain) {
        if (isPlain) {
            return piece.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        piece.codePoints().forEach(c -> {
            if (c < BYTE.length && BYTE[c] >= 0) {
                out.write(BYTE[c]);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }
}
