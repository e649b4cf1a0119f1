package fellowship.model;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import java.util.Map;

/**
 * The most input tokens a request can be billed for. The tokenizers of the providers work on bytes: a token stands
 * for one byte or more, so a text never has more tokens than UTF-8 bytes. It is the only bound that holds for every
 * model, language and text; four characters a token is a good guess, and wrong by a factor of ten for rare scripts.
 * English takes about a quarter of it, and the difference is given back when the call is settled.
 */
final class TokenBound {

    /** For what a provider wraps around a request. */
    private static final long PER_REQUEST = 64;

    /** For a turn's role and marks. */
    private static final long PER_MESSAGE = 16;

    /** For what a provider says about the reply that is wanted. */
    private static final long PER_SCHEMA = 512;

    /** A picture: the dearest known one is 2833 + 8 tiles of 5667 tokens (gpt-4o-mini, high detail). */
    private static final long PER_IMAGE = 50_000;

    private TokenBound() {}

    static long input(ChatRequest request) {
        long tokens = PER_REQUEST;
        for (Message message : request.messages()) {
            tokens += PER_MESSAGE;
            for (Part part : message.parts()) {
                tokens += part instanceof Part.Text text ? bytes(text.text()) : PER_IMAGE;
            }
        }
        return tokens
                + request.schema()
                        .map(ReplySchema::schema)
                        .map(schema -> PER_SCHEMA + written(schema))
                        .orElse(0L);
    }

    /** At least the length of a value's JSON. */
    private static long written(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> 4 + written(entry.getKey()) + written(entry.getValue()))
                    .sum();
        }
        if (value instanceof Iterable<?> list) {
            long sum = 4;
            for (Object each : list) {
                sum += 2 + written(each);
            }
            return sum;
        }
        return 4 + 2 * bytes(String.valueOf(value));
    }

    /** UTF-8 bytes, counted without encoding. */
    static long bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair counts two: four bytes together. A lone one is written as three.
            bytes += c < 0x80 ? 1 : c < 0x800 || paired(text, i) ? 2 : 3;
        }
        return bytes;
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
