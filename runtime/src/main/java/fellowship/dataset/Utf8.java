package fellowship.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text from bytes, strictly. */
final class Utf8 {

    private Utf8() {}

    /** The text, or nothing when the bytes are not UTF-8. */
    static Optional<String> read(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The first part for a person to look at; what is no UTF-8 shows as U+FFFD. */
    static String shown(byte[] bytes) {
        int most = Math.min(bytes.length, SampleSource.RAW_LIMIT);
        return new String(bytes, 0, most, StandardCharsets.UTF_8).strip();
    }
}
