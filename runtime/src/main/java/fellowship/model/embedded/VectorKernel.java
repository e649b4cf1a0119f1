package fellowship.model.embedded;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernel for a JVM with the vector module. Four rows at a time, so that each weight is loaded once for four. */
final class VectorKernel implements Kernel {

    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    private static final int WIDTH = SPECIES.length();

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
        for (int k = 0; k < Panels.LANES; k += 2 * WIDTH) {
            int r = 0;
            for (; r + 4 <= rows; r += 4) {
                four(x, xAt + r * xStride, xStride, inputs, w, wAt + k, wStride, y, yAt + r * yStride + k, yStride);
            }
            for (; r < rows; r++) {
                one(x, xAt + r * xStride, inputs, w, wAt + k, wStride, y, yAt + r * yStride + k);
            }
        }
    }

    private static void four(
            float[] x, int xAt, int xStride, int inputs, float[] w, int wAt, int wStride, float[] y, int yAt, int yStride) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        int bAt = xAt + xStride;
        int cAt = bAt + xStride;
        int dAt = cAt + xStride;
        int at = wAt;
        for (int i = 0; i < inputs; i++) {
            FloatVector w0 = FloatVector.fromArray(SPECIES, w, at);
            FloatVector w1 = FloatVector.fromArray(SPECIES, w, at + WIDTH);
            FloatVector by = FloatVector.broadcast(SPECIES, x[xAt + i]);
            a0 = w0.fma(by, a0);
            a1 = w1.fma(by, a1);
            by = FloatVector.broadcast(SPECIES, x[bAt + i]);
            b0 = w0.fma(by, b0);
            b1 = w1.fma(by, b1);
            by = FloatVector.broadcast(SPECIES, x[cAt + i]);
            c0 = w0.fma(by, c0);
            c1 = w1.fma(by, c1);
            by = FloatVector.broadcast(SPECIES, x[dAt + i]);
            d0 = w0.fma(by, d0);
            d1 = w1.fma(by, d1);
            at += wStride;
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + WIDTH);
        b0.intoArray(y, yAt + yStride);
        b1.intoArray(y, yAt + yStride + WIDTH);
        c0.intoArray(y, yAt + 2 * yStride);
        c1.intoArray(y, yAt + 2 * yStride + WIDTH);
        d0.intoArray(y, yAt + 3 * yStride);
        d1.intoArray(y, yAt + 3 * yStride + WIDTH);
    }

    private static void one(
            float[] x, int xAt, int inputs, float[] w, int wAt, int wStride, float[] y, int yAt) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        int at = wAt;
        for (int i = 0; i < inputs; i++) {
            FloatVector by = FloatVector.broadcast(SPECIES, x[xAt + i]);
            a0 = FloatVector.fromArray(SPECIES, w, at).fma(by, a0);
            a1 = FloatVector.fromArray(SPECIES, w, at + WIDTH).fma(by, a1);
            at += wStride;
        }
        a0.intoArray(y, yAt);
        a1.intoArray(y, yAt + WIDTH);
    }
}
