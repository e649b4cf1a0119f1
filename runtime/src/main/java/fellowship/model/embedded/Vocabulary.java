package fellowship.model.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The tokens and the bytes that each stands for. In the file each byte is written as one printable character; a control
 * token stands for no bytes.
 */
final class Vocabulary {

    private static final int MOST_TOKENS = 1 << 20;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    private static final byte[] NOTHING = {};

    private final byte[][] bytes;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> byBytes = new HashMap<>();
    private final BitSet control = new BitSet();
    private final BitSet ends = new BitSet();
    private int longest = 1;

    Vocabulary(GgufMetadata metadata) {
        List<String> pieces = metadata.needTexts("tokenizer.ggml.tokens");
        if (pieces.isEmpty() || pieces.size() > MOST_TOKENS) {
            throw new GgufException("it has " + pieces.size() + " tokens; 1 to " + MOST_TOKENS + " are read here");
        }
        double[] types = metadata.numbers("tokenizer.ggml.token_type").orElse(new double[0]);
        bytes = new byte[pieces.size()][];
        for (int i = 0; i < bytes.length; i++) {
            ids.putIfAbsent(pieces.get(i), i);
            boolean isControl = i < types.length && types[i] == CONTROL;
            control.set(i, isControl);
            bytes[i] =
                    isControl ? NOTHING : Alphabet.bytes(pieces.get(i), i < types.length && types[i] == USER_DEFINED);
            longest = Math.max(longest, bytes[i].length);
            if (bytes[i].length > 0) {
                byBytes.putIfAbsent(key(bytes[i], 0, bytes[i].length), i);
            }
        }
        ends.set(metadata.needInt("tokenizer.ggml.eos_token_id", 0, bytes.length - 1));
        for (String end : List.of("<|im_end|>", "<|endoftext|>")) {
            control(end).ifPresent(ends::set);
        }
    }

    int size() {
        return bytes.length;
    }

    /** Bytes of the longest token. */
    int longest() {
        return longest;
    }

    byte[] bytes(int token) {
        return bytes[token];
    }

    boolean isControl(int token) {
        return control.get(token);
    }

    /** Whether the token says that the turn is over. */
    boolean isEnd(int token) {
        return ends.get(token);
    }

    /** The ordinary token as the file writes it. */
    OptionalInt id(String piece) {
        Integer id = ids.get(piece);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    OptionalInt control(String piece) {
        OptionalInt id = id(piece);
        return id.isPresent() && control.get(id.getAsInt()) ? id : OptionalInt.empty();
    }

    /** The token that stands for exactly these bytes. */
    OptionalInt ofBytes(byte[] text, int from, int to) {
        Integer id = byBytes.get(key(text, from, to));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    String text(List<Integer> tokens) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tokens.forEach(token -> out.writeBytes(bytes[token]));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String key(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
