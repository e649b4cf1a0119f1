package fellowship.model.http;

import java.util.Optional;

/**
 * A provider's key. Shows itself to nobody but the wire: what it prints is masked, and it can take itself out of any
 * text that is going to be shown or kept.
 */
public final class ApiKey {

    private final String value;
    private final Redaction redaction;

    private ApiKey(String value) {
        this.value = value;
        this.redaction = Redaction.of(value);
    }

    /**
     * @throws IllegalArgumentException when it is empty, or holds what cannot stand in a header; the text is not shown
     */
    public static ApiKey of(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("the key is empty");
        }
        if (!stripped.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("the key holds white space or letters beyond ASCII");
        }
        return new ApiKey(stripped);
    }

    /** The key itself, for the one header it goes into. */
    String value() {
        return value;
    }

    /** The text without this key, whole, in part, or in a common coding. */
    static String redact(Optional<ApiKey> key, String text) {
        return key.map(present -> present.redaction.everywhere(text)).orElse(text);
    }

    /** The text without this whole key; cheap enough for every answer. */
    static String redactWhole(Optional<ApiKey> key, String text) {
        return key.map(present -> present.redaction.whole(text)).orElse(text);
    }

    @Override
    public String toString() {
        return "key ***";
    }
}
