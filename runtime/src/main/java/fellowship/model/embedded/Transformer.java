package fellowship.model.embedded;

/**
 * The network: tokens in, logits out. Rows of one step never mix except through a {@link Sequence} they share, and each
 * sum has one order, so a row's result does not depend on what else is in the step.
 *
 * <p>Used by one thread, which shares the work out to its {@link Crew}.
 */
final class Transformer {

    /** Outputs that one thread takes at a time. */
    private static final int TILE = 128;

    private final Parameters parameters;
    private final Hyperparameters sizes;
    private final Kernel kernel;
    private final Crew crew;
    private final Rotation rotation;
    private final int mostRows;
    private final int[] positions;
    private final float[] state;
    private final float[] normed;
    private final float[] attended;
    private final float[] queryKeyValue;
    private final float[] gateUp;
    private final float[] hidden;
    private final float[] scores;
    private final int context;
    private float[] logits = new float[0];

    /**
     * @param context longest text, in tokens
     * @param mostRows most tokens of one step
     */
    Transformer(Parameters parameters, Kernel kernel, Crew crew, int context, int mostRows) {
        this.parameters = parameters;
        this.sizes = parameters.sizes();
        this.kernel = kernel;
        this.crew = crew;
        this.context = (context + Panels.LANES - 1) / Panels.LANES * Panels.LANES;
        this.rotation = new Rotation(sizes, this.context);
        this.mostRows = mostRows;
        int width = sizes.width();
        Layer layer = parameters.layers()[0];
        positions = new int[mostRows];
        state = new float[mostRows * width];
        normed = new float[mostRows * layer.down().stride()];
        attended = new float[mostRows * width];
        queryKeyValue = new float[mostRows * layer.queryKeyValue().stride()];
        gateUp = new float[mostRows * layer.gateUp().stride()];
        hidden = new float[mostRows * sizes.hidden()];
        scores = new float[mostRows * sizes.heads() * this.context];
    }

    Hyperparameters sizes() {
        return sizes;
    }

    int vocabulary() {
        return parameters.vocabulary();
    }

    Crew crew() {
        return crew;
    }

    int mostRows() {
        return mostRows;
    }

    /** Floats from one row of logits to the next. */
    int logitsStride() {
        return parameters.head().stride();
    }

    /** Appends each token to its text. Returns the logits of the rows that are wanted, one after the other; valid until the next step. */
    float[] forward(Step step) {
        int rows = step.rows();
        int width = sizes.width();
        for (int r = 0; r < rows; r++) {
            positions[r] = step.sequence(r).add(step.token(r));
            parameters.embedding(step.token(r), state, r * width);
        }
        for (int index = 0; index < sizes.layers(); index++) {
            Layer layer = parameters.layers()[index];
            norm(layer.attentionNorm(), rows);
            attend(step, index, layer);
            multiply(attended, rows, layer.attentionOutput(), normed);
            add(rows, layer.attentionOutput().stride());
            norm(layer.hiddenNorm(), rows);
            multiply(normed, rows, layer.gateUp(), gateUp);
            gate(rows, layer.gateUp().stride());
            multiply(hidden, rows, layer.down(), normed);
            add(rows, layer.down().stride());
        }
        return logits(step);
    }

    private void norm(float[] weights, int rows) {
        int width = sizes.width();
        crew.each((rows + 7) / 8, group -> {
            for (int r = 8 * group; r < Math.min(rows, 8 * group + 8); r++) {
                Arithmetic.norm(state, r * width, weights, sizes.epsilon(), normed, r * width);
            }
        });
    }

    private void add(int rows, int stride) {
        int width = sizes.width();
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < width; i++) {
                state[r * width + i] += normed[r * stride + i];
            }
        }
    }

    private void attend(Step step, int index, Layer layer) {
        int rows = step.rows();
        int stride = layer.queryKeyValue().stride();
        multiply(normed, rows, layer.queryKeyValue(), queryKeyValue);
        float[] bias = layer.bias();
        for (int r = 0; r < rows; r++) {
            int at = r * stride;
            for (int i = 0; bias != null && i < bias.length; i++) {
                queryKeyValue[at + i] += bias[i];
            }
            rotation.turn(queryKeyValue, at, sizes.heads() + sizes.keyHeads(), positions[r]);
            step.sequence(r).remember(index, positions[r], queryKeyValue, at + sizes.width());
        }
        int keyHeads = sizes.keyHeads();
        crew.each(
                rows * keyHeads,
                i -> attendHead(step.sequence(i / keyHeads), index, i / keyHeads, i % keyHeads, stride));
    }

    /** One row, one key head and the query heads that it serves. */
    private void attendHead(Sequence sequence, int index, int row, int keyHead, int stride) {
        int group = sizes.heads() / sizes.keyHeads();
        int width = sizes.headWidth();
        int length = positions[row] + 1;
        int at = (row * sizes.heads() + keyHead * group) * context;
        int query = row * stride + keyHead * group * width;
        for (int panel = 0; panel * Panels.LANES < length; panel++) {
            kernel.panel(
                    queryKeyValue,
                    query,
                    width,
                    group,
                    width,
                    sequence.keys(index),
                    sequence.keyPanel(panel, keyHead),
                    Panels.LANES,
                    scores,
                    at + panel * Panels.LANES,
                    context);
        }
        float scale = (float) (1 / Math.sqrt(width));
        for (int head = 0; head < group; head++) {
            int from = at + head * context;
            for (int i = 0; i < length; i++) {
                scores[from + i] *= scale;
            }
            Arithmetic.softmax(scores, from, length);
        }
        for (int part = 0; part < width; part += Panels.LANES) {
            kernel.panel(
                    scores,
                    at,
                    context,
                    group,
                    length,
                    sequence.values(index),
                    keyHead * width + part,
                    sizes.keyWidth(),
                    attended,
                    row * sizes.width() + keyHead * group * width + part,
                    width);
        }
    }

    private void gate(int rows, int stride) {
        int inner = sizes.hidden();
        crew.each(rows, r -> {
            for (int i = 0; i < inner; i++) {
                hidden[r * inner + i] = Arithmetic.silu(gateUp[r * stride + i]) * gateUp[r * stride + inner + i];
            }
        });
    }

    private float[] logits(Step step) {
        int count = 0;
        int width = sizes.width();
        for (int r = 0; r < step.rows(); r++) {
            if (step.isWanted(r)) {
                Arithmetic.norm(state, r * width, parameters.outputNorm(), sizes.epsilon(), normed, count++ * width);
            }
        }
        if (logits.length < count * logitsStride()) {
            logits = new float[count * logitsStride()];
        }
        multiply(normed, count, parameters.head(), logits);
        return logits;
    }

    private void multiply(float[] x, int rows, Panels by, float[] y) {
        int outputs = by.stride();
        int share = outputs / crew.threads() / 2 / Panels.LANES * Panels.LANES;
        int tile = rows <= 1 ? Math.max(2 * Panels.LANES, share) : TILE;
        crew.each(rows == 0 ? 0 : (outputs + tile - 1) / tile, t -> {
            for (int o = t * tile; o < Math.min(outputs, t * tile + tile); o += Panels.LANES) {
                kernel.panel(
                        x,
                        0,
                        by.inputs(),
                        rows,
                        by.inputs(),
                        by.weights(),
                        o * by.inputs(),
                        Panels.LANES,
                        y,
                        o,
                        outputs);
            }
        });
    }
}
