package fellowship.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values one after another, each with its length before it, so that no two sequences give the same bytes. */
final class ByteWriter {

    /** Marks a text kept as UTF-16 since UTF-8 cannot say it: one with half a surrogate pair, as models do send. */
    static final int UTF_16 = 0x8000_0000;

    private byte[] bytes = new byte[512];
    private int size;

    ByteWriter u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter flag(boolean value) {
        return u8(value ? 1 : 0);
    }

    ByteWriter i32(int value) {
        return u8(value >>> 24).u8(value >>> 16).u8(value >>> 8).u8(value);
    }

    ByteWriter i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    ByteWriter f64(double value) {
        return i64(Double.doubleToLongBits(value));
    }

    ByteWriter text(String value) {
        return isWellFormed(value) ? block(0, value.getBytes(StandardCharsets.UTF_8)) : block(UTF_16, chars(value));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private ByteWriter block(int mark, byte[] block) {
        i32(block.length | mark);
        room(block.length);
        System.arraycopy(block, 0, bytes, size, block.length);
        size += block.length;
        return this;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static byte[] chars(String text) {
        byte[] chars = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            chars[2 * i] = (byte) (text.charAt(i) >>> 8);
            chars[2 * i + 1] = (byte) text.charAt(i);
        }
        return chars;
    }
}
