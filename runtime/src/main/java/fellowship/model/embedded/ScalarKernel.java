package fellowship.model.embedded;

import java.util.Arrays;

/** The kernel for a JVM without the vector module. Written so that the compiler can use vectors by itself. */
final class ScalarKernel implements Kernel {

    @Override
    public void panel(
            float[] x,
            int xAt,
            int xStride,
            int rows,
            int inputs,
            float[] w,
            int wAt,
            int wStride,
            float[] y,
            int yAt,
            int yStride) {
        for (int r = 0; r < rows; r++) {
            int from = xAt + r * xStride;
            int to = yAt + r * yStride;
            Arrays.fill(y, to, to + Panels.LANES, 0f);
            int i = 0;
            for (; i + 4 <= inputs; i += 4) {
                four(x, from + i, w, wAt + i * wStride, wStride, y, to);
            }
            for (; i < inputs; i++) {
                one(x[from + i], w, wAt + i * wStride, y, to);
            }
        }
    }

    private static void four(float[] x, int from, float[] w, int at, int stride, float[] y, int to) {
        float x0 = x[from];
        float x1 = x[from + 1];
        float x2 = x[from + 2];
        float x3 = x[from + 3];
        int at1 = at + stride;
        int at2 = at1 + stride;
        int at3 = at2 + stride;
        for (int k = 0; k < Panels.LANES; k++) {
            y[to + k] = Math.fma(
                    w[at3 + k],
                    x3,
                    Math.fma(w[at2 + k], x2, Math.fma(w[at1 + k], x1, Math.fma(w[at + k], x0, y[to + k]))));
        }
    }

    private static void one(float x, float[] w, int at, float[] y, int to) {
        for (int k = 0; k < Panels.LANES; k++) {
            y[to + k] = Math.fma(w[at + k], x, y[to + k]);
        }
    }
}
