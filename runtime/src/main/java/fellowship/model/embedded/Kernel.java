package fellowship.model.embedded;

/**
 * The inner loop of everything: {@value Panels#LANES} sums of products for each of some rows,
 * {@code y[r][k] = sum over i of x[r][i] * w[i][k]}. Each sum is one chain of fused multiply-adds that starts at zero and
 * takes the inputs in order, so that every kernel gives the same bits.
 */
interface Kernel {

    /**
     * @param x inputs; row {@code r} starts at {@code xAt + r * xStride}
     * @param rows how many
     * @param inputs numbers in a row
     * @param w weights; those of input {@code i} start at {@code wAt + i * wStride}
     * @param y receives 32 sums for row {@code r} at {@code yAt + r * yStride}
     */
    void panel(
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
            int yStride);

    /** The fastest that this process can run. */
    static Kernel best() {
        return isVectorModulePresent() ? new VectorKernel() : new ScalarKernel();
    }

    /** Whether the JVM was started with {@code --add-modules jdk.incubator.vector}. */
    static boolean isVectorModulePresent() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
