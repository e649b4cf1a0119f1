package fellowship.model.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A model that has been read from its file.
 *
 * @param context longest text in tokens: the conversation and the reply to it
 */
record LanguageModel(
        Transformer transformer, Tokenizer tokenizer, ChatTemplate template, SchemaReader schemas, int context) {

    /** Tokens that one step takes at most: those of texts under way and a part of the new prompts. */
    private static final int STEP = 64;

    static LanguageModel read(Path path, Kernel kernel, Crew crew, int context) throws IOException {
        try (Gguf file = Gguf.open(path)) {
            Tokenizer tokenizer = new Tokenizer(file.metadata());
            ChatTemplate template = new ChatTemplate(file.metadata(), tokenizer);
            Parameters parameters = Parameters.read(file, tokenizer.vocabulary().size(), crew);
            int longest = Math.min(context, parameters.sizes().longestContext());
            return new LanguageModel(
                    new Transformer(parameters, kernel, crew, longest, STEP),
                    tokenizer,
                    template,
                    new SchemaReader(tokenizer),
                    longest);
        }
    }

    Sequence sequence() {
        return new Sequence(transformer.sizes());
    }
}
