package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelTest {

    @Test
    void allKernelsGiveTheSameBits() {
        assumeTrue(Kernel.isVectorModulePresent(), "this JVM was started without the vector module");
        Random random = new Random(3);
        Kernel vector = new VectorKernel();
        for (int i = 0; i < 300; i++) {
            int rows = 1 + random.nextInt(19);
            int inputs = 1 + random.nextInt(130);
            int stride = inputs + random.nextInt(5);
            float[] x = floats(random, rows * stride);
            int wStride = 32 + 8 * random.nextInt(3);
            float[] w = floats(random, inputs * wStride + 3);
            float[] expected = new float[rows * 40 + 7];
            float[] found = new float[rows * 40 + 7];
            new ScalarKernel().panel(x, 0, stride, rows, inputs, w, 3, wStride, expected, 7, 40);
            vector.panel(x, 0, stride, rows, inputs, w, 3, wStride, found, 7, 40);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void aSumIsTakenInOrder() {
        float[] x = {1e8f, 1, -1e8f};
        float[] w = new float[3 * 32];
        java.util.Arrays.fill(w, 1);
        float[] y = new float[32];
        new ScalarKernel().panel(x, 0, 3, 1, 3, w, 0, 32, y, 0, 32);
        assertThat(y[31]).isEqualTo(0f);
    }

    @Test
    void theExponentialIsCloseEverywhere() {
        for (float x = -86; x < 88; x += 0.01f) {
            double exact = Math.exp(x);
            assertThat((double) Arithmetic.exp(x)).isCloseTo(exact, within(exact * 3e-7));
        }
        assertThat(Arithmetic.exp(-200)).isZero();
        assertThat(Arithmetic.exp(0)).isEqualTo(1f);
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
