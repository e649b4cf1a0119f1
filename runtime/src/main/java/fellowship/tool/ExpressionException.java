package fellowship.tool;

/** An expression that has no value, with the reason in words. */
final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExpressionException(String message) {
        super(message);
    }
}
