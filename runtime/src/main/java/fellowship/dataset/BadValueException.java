package fellowship.dataset;

/** A row that cannot be taken, inside this package; it becomes an {@link InputLine.Bad}. */
final class BadValueException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BadValueException(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
