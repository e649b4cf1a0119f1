package fellowship.dataset;

import java.nio.charset.StandardCharsets;

/** Bytes of the input that could not be read, for a person to look at. */
final class RawText {

    private RawText() {}

    /** The first part; what is no UTF-8 shows as U+FFFD. */
    static String shown(byte[] bytes) {
        int most = Math.min(bytes.length, SampleSource.RAW_LIMIT);
        return new String(bytes, 0, most, StandardCharsets.UTF_8).strip();
    }
}
