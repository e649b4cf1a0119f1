package fellowship.model.http;

/**
 * A provider's key. Shows itself to nobody but the wire: what it prints is masked, and {@link Secrets} take it out of any
 * text that is going to be shown or kept.
 */
public final class ApiKey {

    private final String value;

    private ApiKey(String value) {
        this.value = value;
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

    @Override
    public String toString() {
        return "key ***";
    }
}
