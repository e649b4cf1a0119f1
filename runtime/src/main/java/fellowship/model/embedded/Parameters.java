package fellowship.model.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * All weights of a network, as floats on the heap.
 *
 * @param head from the last layer to the logits; with tied weights it holds the embeddings as well
 * @param embeddings the embeddings as they are stored, where they are not those of the head
 */
record Parameters(
        Hyperparameters sizes,
        int vocabulary,
        Layer[] layers,
        float[] outputNorm,
        Panels head,
        Optional<Embeddings> embeddings) {

    /** Rows of a stored tensor, turned into floats when they are needed. */
    record Embeddings(Tensor tensor, ByteBuffer bytes) {
        void get(int token, float[] to, int at) {
            Dequantizer.numbers(tensor.type(), bytes, token * tensor.rowBytes(), to, at, tensor.columns());
        }
    }

    static Parameters read(Gguf file, int vocabulary, Crew crew) throws IOException {
        Hyperparameters sizes = Hyperparameters.of(file.metadata());
        if (file.has("rope_freqs.weight")) {
            throw new GgufException("it uses a stretched context (rope_freqs.weight), which is not run here");
        }
        Tensor tokens = file.tensor("token_embd.weight").shaped(vocabulary, sizes.width());
        boolean tied = !file.has("output.weight");
        checkMemory(sizes, vocabulary);
        Layer[] layers = new Layer[sizes.layers()];
        Panels head = new Panels(sizes.width(), vocabulary);
        try {
            crew.each(layers.length + 1, i -> {
                try {
                    if (i > 0) {
                        layers[i - 1] = Layer.read(file, sizes, i - 1);
                    } else {
                        head.put(
                                file,
                                tied ? tokens : file.tensor("output.weight").shaped(vocabulary, sizes.width()),
                                0);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
        return new Parameters(
                sizes,
                vocabulary,
                layers,
                file.vector("output_norm.weight", sizes.width()),
                head,
                tied ? Optional.empty() : Optional.of(new Embeddings(tokens, file.rows(tokens, 0, vocabulary))));
    }

    /** Says what is missing before the JVM runs out of it. */
    private static void checkMemory(Hyperparameters sizes, int vocabulary) {
        long needed = Float.BYTES * (Layer.size(sizes) * sizes.layers() + Panels.size(sizes.width(), vocabulary));
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most - most / 8) {
            throw new GgufException("it takes " + (needed >> 20) + " MB of memory as floats, and this JVM may use "
                    + (most >> 20) + " MB; start it with -Xmx" + ((needed + needed / 2 >> 20) + 256) + "m or more");
        }
    }

    /** The numbers that stand for a token. */
    void embedding(int token, float[] to, int at) {
        embeddings.ifPresentOrElse(rows -> rows.get(token, to, at), () -> head.output(token, to, at));
    }
}
