package fellowship.model.embedded;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The weights of one layer.
 *
 * @param queryKeyValue the three input matrices of the attention, side by side
 * @param bias what is added to their results, where the architecture has it
 * @param gateUp the two input matrices of the feed-forward part, side by side
 */
record Layer(
        float[] attentionNorm,
        Panels queryKeyValue,
        float @Nullable [] bias,
        Panels attentionOutput,
        float[] hiddenNorm,
        Panels gateUp,
        Panels down) {

    static Layer read(Gguf file, Hyperparameters sizes, int index) throws IOException {
        String in = "blk." + index + ".";
        int width = sizes.width();
        int keys = sizes.keyWidth();
        Panels queryKeyValue = new Panels(width, width + 2 * keys);
        put(file, queryKeyValue, in + "attn_q.weight", width, 0);
        put(file, queryKeyValue, in + "attn_k.weight", keys, width);
        put(file, queryKeyValue, in + "attn_v.weight", keys, width + keys);
        Panels attentionOutput = new Panels(width, width);
        put(file, attentionOutput, in + "attn_output.weight", width, 0);
        Panels gateUp = new Panels(width, 2 * sizes.hidden());
        put(file, gateUp, in + "ffn_gate.weight", sizes.hidden(), 0);
        put(file, gateUp, in + "ffn_up.weight", sizes.hidden(), sizes.hidden());
        Panels down = new Panels(sizes.hidden(), width);
        put(file, down, in + "ffn_down.weight", width, 0);
        return new Layer(
                file.vector(in + "attn_norm.weight", width),
                queryKeyValue,
                bias(file, in, width, keys),
                attentionOutput,
                file.vector(in + "ffn_norm.weight", width),
                gateUp,
                down);
    }

    /** Floats that one layer takes. */
    static long size(Hyperparameters sizes) {
        return Panels.size(sizes.width(), sizes.width() + 2 * sizes.keyWidth())
                + Panels.size(sizes.width(), sizes.width())
                + Panels.size(sizes.width(), 2 * sizes.hidden())
                + Panels.size(sizes.hidden(), sizes.width());
    }

    private static void put(Gguf file, Panels panels, String tensor, int outputs, int column) throws IOException {
        panels.put(file, file.tensor(tensor).shaped(outputs, panels.inputs()), column);
    }

    private static float @Nullable [] bias(Gguf file, String in, int width, int keys) throws IOException {
        if (!file.has(in + "attn_q.bias")) {
            return null;
        }
        float[] bias = new float[width + 2 * keys];
        System.arraycopy(file.vector(in + "attn_q.bias", width), 0, bias, 0, width);
        System.arraycopy(file.vector(in + "attn_k.bias", keys), 0, bias, width, keys);
        System.arraycopy(file.vector(in + "attn_v.bias", keys), 0, bias, width + keys, keys);
        return bias;
    }
}
