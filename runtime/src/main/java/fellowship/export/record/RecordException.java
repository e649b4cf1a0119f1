package fellowship.export.record;

/** A line that is no record; the message says what is wrong with it, without its place. */
public final class RecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordException(String message) {
        super(message);
    }
}
