package fellowship.export.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.BiConsumer;

/** Thrift's compact protocol, as far as Parquet's headers and footer need it. Fields come in rising order of their numbers. */
final class Thrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    Thrift whole(int field, int value) {
        header(field, I32);
        varint(zigzag(value));
        return this;
    }

    Thrift whole64(int field, long value) {
        header(field, I64);
        varint(zigzag(value));
        return this;
    }

    Thrift text(int field, String value) {
        header(field, BINARY);
        binary(value);
        return this;
    }

    Thrift texts(int field, Collection<String> values) {
        list(field, values.size(), BINARY);
        values.forEach(this::binary);
        return this;
    }

    Thrift wholes(int field, int... values) {
        list(field, values.length, I32);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    Thrift struct(int field, Runnable body) {
        header(field, STRUCT);
        nested(body);
        return this;
    }

    <T> Thrift structs(int field, Collection<T> values, BiConsumer<Thrift, T> body) {
        list(field, values.size(), STRUCT);
        values.forEach(value -> nested(() -> body.accept(this, value)));
        return this;
    }

    /** Ends the struct and gives its bytes. */
    byte[] end() {
        out.write(0);
        return out.toByteArray();
    }

    private void nested(Runnable body) {
        outer.push(last);
        last = 0;
        body.run();
        out.write(0);
        last = outer.pop();
    }

    private void header(int field, int type) {
        int step = field - last;
        if (step < 1 || step > 15) {
            throw new IllegalArgumentException("field " + field + " cannot follow field " + last);
        }
        out.write(step << 4 | type);
        last = field;
    }

    private void list(int field, int size, int type) {
        header(field, LIST);
        if (size < 15) {
            out.write(size << 4 | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
    }

    private void binary(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
