package fellowship.model.embedded;

import java.nio.ByteBuffer;

/** Turns stored blocks into floats. The layouts of the blocks are those of the GGUF format. */
final class Dequantizer {

    private Dequantizer() {}

    /**
     * @param bytes little endian
     * @param from first byte
     * @param out receives the numbers, from {@code at} on
     * @param count a whole number of blocks
     */
    static void numbers(TensorType type, ByteBuffer bytes, int from, float[] out, int at, int count) {
        int block = type.blockNumbers();
        int size = (int) type.bytes(block);
        for (int i = 0; i < count / block; i++) {
            block(type, bytes, from + i * size, out, at + i * block);
        }
    }

    private static void block(TensorType type, ByteBuffer bytes, int o, float[] out, int at) {
        switch (type) {
            case F32 -> out[at] = bytes.getFloat(o);
            case F16 -> out[at] = half(bytes, o);
            case Q4_0 -> nibbles(bytes, o + 2, out, at, half(bytes, o), -8 * half(bytes, o));
            case Q4_1 -> nibbles(bytes, o + 4, out, at, half(bytes, o), half(bytes, o + 2));
            case Q5_0 -> fives(bytes, o, out, at);
            case Q8_0 -> eights(bytes, o, out, at);
            case Q4_K -> fourK(bytes, o, out, at);
            case Q6_K -> sixK(bytes, o, out, at);
        }
    }

    private static void nibbles(ByteBuffer bytes, int o, float[] out, int at, float scale, float offset) {
        for (int i = 0; i < 16; i++) {
            int two = bytes.get(o + i);
            out[at + i] = scale * (two & 15) + offset;
            out[at + 16 + i] = scale * ((two >> 4) & 15) + offset;
        }
    }

    private static void fives(ByteBuffer bytes, int o, float[] out, int at) {
        float scale = half(bytes, o);
        int high = bytes.getInt(o + 2);
        for (int i = 0; i < 16; i++) {
            int two = bytes.get(o + 6 + i);
            out[at + i] = scale * (((two & 15) | (((high >>> i) & 1) << 4)) - 16);
            out[at + 16 + i] = scale * ((((two >> 4) & 15) | (((high >>> (i + 16)) & 1) << 4)) - 16);
        }
    }

    private static void eights(ByteBuffer bytes, int o, float[] out, int at) {
        float scale = half(bytes, o);
        for (int i = 0; i < 32; i++) {
            out[at + i] = scale * bytes.get(o + 2 + i);
        }
    }

    /** Eight groups of 32; scale and least value of each in six bits, packed over twelve bytes. */
    private static void fourK(ByteBuffer bytes, int o, float[] out, int at) {
        float scale = half(bytes, o);
        float least = half(bytes, o + 2);
        for (int group = 0; group < 8; group++) {
            float by = scale * sixBits(bytes, o + 4, group);
            float less = least * sixBits(bytes, o + 4, group + 8);
            int from = o + 16 + 32 * (group / 2);
            int shift = 4 * (group & 1);
            for (int i = 0; i < 32; i++) {
                out[at + 32 * group + i] = by * ((bytes.get(from + i) >> shift) & 15) - less;
            }
        }
    }

    /** Numbers 0 to 7 are scales, 8 to 15 least values. */
    private static int sixBits(ByteBuffer bytes, int o, int index) {
        int group = index & 7;
        int row = index >> 3;
        if (group < 4) {
            return bytes.get(o + 4 * row + group) & 63;
        }
        int low = (bytes.get(o + 4 + group) >> (4 * row)) & 15;
        int high = (bytes.get(o + 4 * row + group - 4) & 0xff) >> 6;
        return low | (high << 4);
    }

    /** Sixteen groups of 16 with a scale of eight bits each; numbers of four low and two high bits. */
    private static void sixK(ByteBuffer bytes, int o, float[] out, int at) {
        float scale = half(bytes, o + 208);
        for (int half = 0; half < 2; half++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                for (int i = 0; i < 32; i++) {
                    int low = bytes.get(o + 64 * half + 32 * (quarter & 1) + i) >> (4 * (quarter >> 1));
                    int high = bytes.get(o + 128 + 32 * half + i) >> (2 * quarter);
                    int by = bytes.get(o + 192 + 8 * half + 2 * quarter + i / 16);
                    out[at + 128 * half + 32 * quarter + i] = scale * by * (((low & 15) | ((high & 3) << 4)) - 32);
                }
            }
        }
    }

    private static float half(ByteBuffer bytes, int o) {
        int bits = bytes.getShort(o);
        int exponent = (bits >> 10) & 31;
        int fraction = bits & 1023;
        float size;
        if (exponent == 0) {
            size = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            size = Float.intBitsToFloat(((exponent + 112) << 23) | (fraction << 13));
        }
        return bits < 0 ? -size : size;
    }
}
