package fellowship.model.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text to tokens and back. What a text says is never read as a control token: only {@link ChatTemplate} writes those. */
final class Tokenizer {

    private final Vocabulary vocabulary;
    private final PreTokenizer preTokenizer;
    private final BytePairs pairs;

    Tokenizer(GgufMetadata metadata) {
        String kind = metadata.needText("tokenizer.ggml.model");
        if (!kind.equals("gpt2")) {
            throw new GgufException("its tokenizer is of the kind " + kind + "; only gpt2 is read here");
        }
        preTokenizer = PreTokenizer.of(metadata.text("tokenizer.ggml.pre").orElse("none"));
        vocabulary = new Vocabulary(metadata);
        pairs = new BytePairs(vocabulary, metadata.needTexts("tokenizer.ggml.merges"));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int[] encode(String text) {
        Ints tokens = new Ints();
        preTokenizer.words(text, word -> pairs.encode(word.getBytes(StandardCharsets.UTF_8), tokens::add));
        return tokens.toArray();
    }

    /** A growing list of ints. */
    static final class Ints {

        private int[] values = new int[64];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        void addAll(int[] more) {
            for (int value : more) {
                add(value);
            }
        }

        int size() {
            return size;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
