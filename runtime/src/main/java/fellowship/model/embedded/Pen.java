package fellowship.model.embedded;

import fellowship.chat.TokenLogprob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Draws and writes the tokens of one completion, and keeps what was written: bytes, count and log-probabilities. */
final class Pen {

    private final Vocabulary vocabulary;
    private final Sampler sampler;
    private final OptionalInt top;
    private final List<TokenLogprob> logprobs = new ArrayList<>();
    private Tokenizer.Ints fresh = new Tokenizer.Ints();
    private byte[] bytes = new byte[256];
    private int length;
    private int written;

    /** @param top how many alternatives to note for each token; empty to note no log-probabilities at all */
    Pen(Vocabulary vocabulary, Sampler sampler, OptionalInt top) {
        this.vocabulary = vocabulary;
        this.sampler = sampler;
        this.top = top;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int draw(Logits logits) {
        return checked(logits, sampler.draw(logits));
    }

    /** Draws one of the first tokens of a list. */
    int draw(Logits logits, int[] tokens, int count) {
        return checked(logits, tokens[sampler.draw(logits, tokens, count)]);
    }

    private static int checked(Logits logits, int token) {
        if (!Float.isFinite(logits.of(token))) {
            throw new GgufException("the network computes what is not a number; the file is damaged");
        }
        return token;
    }

    /** Writes a token that was drawn from these logits. */
    void write(int token, Logits logits) {
        if (top.isPresent()) {
            logprobs.add(Likeliest.of(logits, token, top.getAsInt(), vocabulary));
        }
        append(token);
    }

    /** Writes tokens that leave the model no choice: their log-probability is 0. */
    void force(int[] tokens) {
        for (int token : tokens) {
            if (top.isPresent()) {
                logprobs.add(new TokenLogprob(Likeliest.text(vocabulary, token), 0, List.of()));
            }
            append(token);
        }
    }

    private void append(int token) {
        byte[] more = vocabulary.bytes(token);
        if (length + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more.length));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        written++;
        fresh.add(token);
    }

    /** The tokens written since this was last asked. */
    int[] fresh() {
        int[] tokens = fresh.toArray();
        fresh = new Tokenizer.Ints();
        return tokens;
    }

    boolean hasFresh() {
        return fresh.size() > 0;
    }

    /** Tokens written. */
    int written() {
        return written;
    }

    /** Bytes written. */
    int length() {
        return length;
    }

    /** Takes back the last bytes. */
    void cut(int to) {
        length = to;
    }

    /** What was written from a byte on. */
    String text(int from) {
        return new String(bytes, from, length - from, StandardCharsets.UTF_8);
    }

    List<TokenLogprob> logprobs() {
        return logprobs;
    }
}
