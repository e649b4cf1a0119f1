package fellowship.model.embedded;

import java.nio.charset.StandardCharsets;

/** The tokens that stand after a number or a bare word in JSON: when the model would write one of them, the value ends. */
final class Ends {

    private Ends() {}

    static int[] of(Vocabulary vocabulary) {
        Tokenizer.Ints ends = new Tokenizer.Ints();
        for (byte mark : ",}]".getBytes(StandardCharsets.US_ASCII)) {
            vocabulary.ofBytes(new byte[] {mark}, 0, 1).ifPresent(ends::add);
        }
        return ends.toArray();
    }
}
