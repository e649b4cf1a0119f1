package fellowship.model.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes model files for tests. */
final class GgufWriter {

    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private final ByteArrayOutputStream heads = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int keyCount;
    private int tensorCount;

    GgufWriter key(String name, Object value) {
        keyCount++;
        text(keys, name);
        if (value instanceof String text) {
            ints(keys, 8);
            text(keys, text);
        } else if (value instanceof Integer number) {
            ints(keys, 4, number);
        } else if (value instanceof Float number) {
            ints(keys, 6, Float.floatToIntBits(number));
        } else if (value instanceof List<?> list && list.get(0) instanceof String) {
            ints(keys, 9, 8);
            longs(keys, list.size());
            list.forEach(entry -> text(keys, (String) entry));
        } else if (value instanceof List<?> list) {
            ints(keys, 9, 5);
            longs(keys, list.size());
            list.forEach(entry -> ints(keys, (Integer) entry));
        } else {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return this;
    }

    GgufWriter tensor(String name, int type, byte[] bytes, long... shape) {
        tensorCount++;
        text(heads, name);
        ints(heads, shape.length);
        longs(heads, shape);
        ints(heads, type);
        longs(heads, data.size());
        data.writeBytes(bytes);
        while (data.size() % 32 != 0) {
            data.write(0);
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ints(out, 0x46554747, 3);
        longs(out, tensorCount, keyCount);
        out.writeBytes(keys.toByteArray());
        out.writeBytes(heads.toByteArray());
        while (out.size() % 32 != 0) {
            out.write(0);
        }
        out.writeBytes(data.toByteArray());
        return out.toByteArray();
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static void ints(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
        }
    }

    private static void longs(ByteArrayOutputStream out, long... values) {
        for (long value : values) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array());
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        longs(out, bytes.length);
        out.writeBytes(bytes);
    }
}
