package fellowship.model.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A network of random weights, small enough to be written by a test: 2 layers, 64 wide, one token for each byte and a few more. */
final class TinyModel {

    static final int WIDTH = 64;
    static final int HIDDEN = 96;
    static final int LAYERS = 2;
    static final int HEADS = 2;
    static final int CONTEXT = 2048;

    private static final String TEMPLATE = "{% for m in messages %}{% if loop.first and m.role != 'system' %}"
            + "{{ '<|im_start|>system\\nBe brief.<|im_end|>\\n' }}{% endif %}{{ '<|im_start|>' + m.role }}{% endfor %}";

    private TinyModel() {}

    static Path write(Path folder, String architecture) throws IOException {
        return Files.write(
                folder.resolve("tiny-" + architecture + ".gguf"),
                writer(architecture).bytes());
    }

    static GgufWriter writer(String architecture) {
        List<String> tokens = tokens();
        List<Integer> types = new ArrayList<>();
        tokens.forEach(token -> types.add(token.startsWith("<|") ? 3 : 1));
        String in = architecture + ".";
        boolean isQwen = architecture.equals("qwen2");
        GgufWriter writer = new GgufWriter()
                .key("general.architecture", architecture)
                .key(in + "embedding_length", WIDTH)
                .key(in + "feed_forward_length", HIDDEN)
                .key(in + "block_count", LAYERS)
                .key(in + "attention.head_count", HEADS)
                .key(in + "attention.head_count_kv", isQwen ? 2 : 1)
                .key(in + "attention.layer_norm_rms_epsilon", 1e-5f)
                .key(in + "context_length", CONTEXT)
                .key("tokenizer.ggml.model", "gpt2")
                .key("tokenizer.ggml.pre", isQwen ? "qwen2" : "smollm")
                .key("tokenizer.ggml.tokens", tokens)
                .key("tokenizer.ggml.token_type", types)
                .key("tokenizer.ggml.merges", List.of("t h", "th e", "\u0120 the", "a n", "an d", "\" ,"))
                .key("tokenizer.ggml.eos_token_id", tokens.indexOf("<|im_end|>"))
                .key("tokenizer.chat_template", TEMPLATE);
        tensors(writer, tokens.size(), isQwen);
        return writer;
    }

    static List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            tokens.add(Alphabet.character((byte) b));
        }
        tokens.addAll(
                List.of("th", "the", "\u0120the", "an", "and", "\",", "<|im_start|>", "<|im_end|>", "<|endoftext|>"));
        return tokens;
    }

    private static void tensors(GgufWriter writer, int vocabulary, boolean isQwen) {
        Random random = new Random(7);
        int keys = isQwen ? WIDTH : WIDTH / 2;
        f32(writer, random, "token_embd.weight", 0.1, WIDTH, vocabulary);
        f32(writer, random, "output_norm.weight", 0.2, WIDTH);
        if (isQwen) {
            f32(writer, random, "output.weight", 0.3, WIDTH, vocabulary);
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            String in = "blk." + layer + ".";
            f32(writer, random, in + "attn_norm.weight", 0.2, WIDTH);
            f32(writer, random, in + "ffn_norm.weight", 0.2, WIDTH);
            q8(writer, random, in + "attn_q.weight", WIDTH, WIDTH);
            q8(writer, random, in + "attn_k.weight", WIDTH, keys);
            q8(writer, random, in + "attn_v.weight", WIDTH, keys);
            q8(writer, random, in + "attn_output.weight", WIDTH, WIDTH);
            q8(writer, random, in + "ffn_gate.weight", WIDTH, HIDDEN);
            q8(writer, random, in + "ffn_up.weight", WIDTH, HIDDEN);
            q8(writer, random, in + "ffn_down.weight", HIDDEN, WIDTH);
            if (isQwen) {
                f32(writer, random, in + "attn_q.bias", 0.1, WIDTH);
                f32(writer, random, in + "attn_k.bias", 0.1, keys);
                f32(writer, random, in + "attn_v.bias", 0.1, keys);
            }
        }
    }

    private static void f32(GgufWriter writer, Random random, String name, double scale, long... shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextGaussian() + (shape.length == 1 ? 1 : 0));
        }
        writer.tensor(name, 0, GgufWriter.floats(values), shape);
    }

    /** Blocks of a half float and 32 bytes. */
    private static void q8(GgufWriter writer, Random random, String name, int columns, int rows) {
        byte[] bytes = new byte[columns * rows / 32 * 34];
        random.nextBytes(bytes);
        for (int block = 0; block < bytes.length; block += 34) {
            bytes[block] = 0;
            bytes[block + 1] = 0x18;
        }
        writer.tensor(name, 8, bytes, columns, rows);
    }
}
