package fellowship.model.embedded;

import java.util.Set;

/**
 * The sizes of a network.
 *
 * @param width numbers that stand for one token
 * @param hidden width of the inner layer of the feed-forward part
 * @param heads query heads
 * @param keyHeads key and value heads; each serves {@code heads / keyHeads} query heads
 * @param headWidth numbers of one head
 * @param halves whether rotated pairs are the two halves of a head, and not neighbours
 */
record Hyperparameters(
        int width,
        int hidden,
        int layers,
        int heads,
        int keyHeads,
        int headWidth,
        float epsilon,
        double ropeBase,
        boolean halves,
        int longestContext) {

    /** Numbers that are multiplied at a time; see {@link Panels}. */
    private static final int LANES = Panels.LANES;

    static Hyperparameters of(GgufMetadata metadata) {
        String architecture = metadata.needText("general.architecture");
        if (!Set.of("llama", "qwen2").contains(architecture)) {
            throw new GgufException("its architecture is " + architecture + "; only llama and qwen2 are run here");
        }
        String in = architecture + ".";
        refuse(metadata, in + "expert_count", "a mixture of experts");
        refuse(metadata, in + "attention.sliding_window", "attention over a sliding window");
        refuse(metadata, in + "rope.scaling.factor", "a stretched context");
        int width = metadata.needInt(in + "embedding_length", 1, 1 << 14);
        int heads = metadata.needInt(in + "attention.head_count", 1, 256);
        int keyHeads = metadata.has(in + "attention.head_count_kv")
                ? metadata.needInt(in + "attention.head_count_kv", 1, 256)
                : heads;
        if (width % heads != 0 || heads % keyHeads != 0 || width / heads % LANES != 0) {
            throw new GgufException("a width of " + width + " with " + heads + " heads over " + keyHeads
                    + " is not run here; a head must be a multiple of " + LANES + " wide");
        }
        int headWidth = width / heads;
        same(metadata, in + "rope.dimension_count", headWidth);
        same(metadata, in + "attention.key_length", headWidth);
        same(metadata, in + "attention.value_length", headWidth);
        double epsilon =
                metadata.number(in + "attention.layer_norm_rms_epsilon").orElse(1e-5);
        double base = metadata.number(in + "rope.freq_base").orElse(10_000.0);
        if (!(epsilon > 0 && epsilon < 1) || !(base > 1 && base < 1e12)) {
            throw new GgufException("its epsilon " + epsilon + " or its rope base " + base + " cannot be");
        }
        return new Hyperparameters(
                width,
                metadata.needInt(in + "feed_forward_length", 1, 1 << 17),
                metadata.needInt(in + "block_count", 1, 512),
                heads,
                keyHeads,
                headWidth,
                (float) epsilon,
                base,
                architecture.equals("qwen2"),
                metadata.needInt(in + "context_length", 1, 1 << 24));
    }

    private static void refuse(GgufMetadata metadata, String key, String what) {
        if (metadata.number(key).orElse(0.0) > (key.endsWith("factor") ? 1 : 0)) {
            throw new GgufException("it uses " + what + " (" + key + "), which is not run here");
        }
    }

    private static void same(GgufMetadata metadata, String key, int headWidth) {
        if (metadata.has(key)) {
            metadata.needInt(key, headWidth, headWidth);
        }
    }

    /** Width of all keys of one token. */
    int keyWidth() {
        return keyHeads * headWidth;
    }

    /** Bytes that one token takes in a {@link Sequence}. */
    long bytesPerToken() {
        return 2L * layers * keyWidth() * Float.BYTES;
    }
}
