package fellowship.model.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A matrix cut into panels of {@value #LANES} outputs, so that one number of the input meets that many weights that stand
 * side by side: the weight from input {@code i} to output {@code o} is at {@code (o / 32 * inputs + i) * 32 + o % 32}.
 */
final class Panels {

    static final int LANES = 32;

    private final int inputs;
    private final int stride;
    private final float[] weights;

    Panels(int inputs, int outputs) {
        this.inputs = inputs;
        this.stride = padded(outputs);
        if ((long) inputs * stride > Integer.MAX_VALUE - 64) {
            throw new GgufException("a matrix of " + inputs + " x " + outputs + " is too large to be run here");
        }
        this.weights = new float[inputs * stride];
    }

    /** Floats that a matrix takes. */
    static long size(long inputs, int outputs) {
        return inputs * padded(outputs);
    }

    private static int padded(int outputs) {
        return Math.addExact(outputs, LANES - 1) / LANES * LANES;
    }

    int inputs() {
        return inputs;
    }

    /** Outputs, rounded up to whole panels: what one row of results takes. */
    int stride() {
        return stride;
    }

    float[] weights() {
        return weights;
    }

    /** Puts a tensor in, its rows as the outputs from a column on. */
    void put(Gguf file, Tensor tensor, int column) throws IOException {
        float[] rows = new float[LANES * inputs];
        for (int row = 0; row < tensor.rows(); row += LANES) {
            int count = Math.min(LANES, tensor.rows() - row);
            ByteBuffer bytes = file.rows(tensor, row, count);
            Dequantizer.numbers(tensor.type(), bytes, 0, rows, 0, count * inputs);
            for (int i = 0; i < inputs; i++) {
                for (int k = 0; k < count; k++) {
                    weights[at(i, column + row + k)] = rows[k * inputs + i];
                }
            }
        }
    }

    /** Copies the weights that lead to one output: with tied weights, a token's embedding. */
    void output(int output, float[] to, int at) {
        for (int i = 0; i < inputs; i++) {
            to[at + i] = weights[at(i, output)];
        }
    }

    private int at(int input, int output) {
        return (output / LANES * inputs + input) * LANES + output % LANES;
    }
}
