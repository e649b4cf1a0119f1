package fellowship.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Text from bytes, strictly. */
public final class Utf8 {

    private Utf8() {}

    /** The text, or nothing when the bytes are not UTF-8. */
    public static Optional<String> read(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * The text of a file whose bytes are here already.
     *
     * @throws IOException when they are no UTF-8 text
     */
    public static String text(Path file, byte[] bytes) throws IOException {
        return read(bytes).orElseThrow(() -> new IOException(file + " is not UTF-8 text"));
    }
}
