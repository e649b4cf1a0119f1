package fellowship.model.embedded;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernel for a JVM with the vector module. Four rows at a time, so that each weight is loaded once for four. */
final class VectorKernel implements Kernel {

    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    private static final int WIDTH = SPECIES.length();

    /** Vectors of 16 floats come with 32 registers: enough for the sums of eight rows. */
    private static final boolean IS_WIDE = WIDTH == 16;

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
            for (; IS_WIDE && r + 8 <= rows; r += 8) {
                eight(x, xAt + r * xStride, xStride, inputs, w, wAt + k, wStride, y, yAt + r * yStride + k, yStride);
            }
            for (; r + 4 <= rows; r += 4) {
                four(x, xAt + r * xStride, xStride, inputs, w, wAt + k, wStride, y, yAt + r * yStride + k, yStride);
            }
            for (; r < rows; r++) {
                one(x, xAt + r * xStride, inputs, w, wAt + k, wStride, y, yAt + r * yStride + k);
            }
        }
    }

    private static void eight(
            float[] x,
            int xAt,
            int xStride,
            int inputs,
            float[] w,
            int wAt,
            int wStride,
            float[] y,
            int yAt,
            int yStride) {
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        FloatVector e0 = a0;
        FloatVector e1 = a0;
        FloatVector f0 = a0;
        FloatVector f1 = a0;
        FloatVector g0 = a0;
        FloatVector g1 = a0;
        FloatVector h0 = a0;
        FloatVector h1 = a0;
        int bAt = xAt + xStride;
        int cAt = bAt + xStride;
        int dAt = cAt + xStride;
        int eAt = dAt + xStride;
        int fAt = eAt + xStride;
        int gAt = fAt + xStride;
        int hAt = gAt + xStride;
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
            by = FloatVector.broadcast(SPECIES, x[eAt + i]);
            e0 = w0.fma(by, e0);
            e1 = w1.fma(by, e1);
            by = FloatVector.broadcast(SPECIES, x[fAt + i]);
            f0 = w0.fma(by, f0);
            f1 = w1.fma(by, f1);
            by = FloatVector.broadcast(SPECIES, x[gAt + i]);
            g0 = w0.fma(by, g0);
            g1 = w1.fma(by, g1);
            by = FloatVector.broadcast(SPECIES, x[hAt + i]);
            h0 = w0.fma(by, h0);
            h1 = w1.fma(by, h1);
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
        e0.intoArray(y, yAt + 4 * yStride);
        e1.intoArray(y, yAt + 4 * yStride + WIDTH);
        f0.intoArray(y, yAt + 5 * yStride);
        f1.intoArray(y, yAt + 5 * yStride + WIDTH);
        g0.intoArray(y, yAt + 6 * yStride);
        g1.intoArray(y, yAt + 6 * yStride + WIDTH);
        h0.intoArray(y, yAt + 7 * yStride);
        h1.intoArray(y, yAt + 7 * yStride + WIDTH);
    }

    private static void four(
            float[] x,
            int xAt,
            int xStride,
            int inputs,
            float[] w,
            int wAt,
            int wStride,
            float[] y,
            int yAt,
            int yStride) {
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

    private static void one(float[] x, int xAt, int inputs, float[] w, int wAt, int wStride, float[] y, int yAt) {
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
