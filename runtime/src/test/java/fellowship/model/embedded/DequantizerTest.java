package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the numbers that the reference package of the format (gguf 0.19 for Python) makes of the same bytes. */
class DequantizerTest {

    @ParameterizedTest
    @CsvSource({
        "Q4_0, 0, -1, 235238401, -0.015625, -0.046875, -0.129150390625",
        "Q4_1, 0, 2, -1527598591, 0.1869049072265625, 0.1869049072265625, 0.120880126953125",
        "Q5_0, 0, -1, -864626175, 0.0, -0.109375, -0.34442138671875",
        "Q8_0, 0, -1, -1634756927, 0.609375, 0.96875, 3.7364501953125",
        "Q4_K, 0, 2, -1244187335, 1.104461669921875, 1.104461669921875, 1.488677978515625",
        "Q6_K, 208, -1, 115077213, -25.21875, 14.185546875, 22.8951416015625"
    })
    void blocksHoldWhatTheReferenceReads(
            TensorType type, int scale, int secondScale, int hash, float first, float eighteenth, float last) {
        int size = (int) type.bytes(type.blockNumbers());
        byte[] bytes = bytes(5 * size);
        for (int block = 0; block < 5; block++) {
            bytes[block * size + scale + 1] = (byte) (0x24 + block + (block % 2 == 1 ? 0x80 : 0));
            if (secondScale >= 0) {
                bytes[block * size + secondScale + 1] = (byte) (0x24 + block + (block % 2 == 0 ? 0x80 : 0));
            }
        }
        float[] numbers = numbers(type, bytes, 5 * type.blockNumbers());
        assertThat(new float[] {numbers[0], numbers[17], numbers[numbers.length - 1]})
                .containsExactly(first, eighteenth, last);
        assertThat(hash(numbers)).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource("F16, -1509999615")
    void halvesAreRead(TensorType type, int hash) {
        byte[] bytes = bytes(64);
        for (int i = 1; i < bytes.length; i += 2) {
            bytes[i] &= (byte) 0xbf;
        }
        assertThat(hash(numbers(type, bytes, 32))).isEqualTo(hash);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) ((i * i * 31 + i * 17) >> 2);
        }
        return bytes;
    }

    private static float[] numbers(TensorType type, byte[] bytes, int count) {
        float[] numbers = new float[count];
        Dequantizer.numbers(type, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), 0, numbers, 0, count);
        return numbers;
    }

    private static int hash(float[] numbers) {
        float[] plain = new float[numbers.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = numbers[i] == 0 ? 0f : numbers[i];
        }
        return Arrays.hashCode(plain);
    }
}
