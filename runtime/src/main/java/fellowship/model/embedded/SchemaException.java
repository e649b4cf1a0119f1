package fellowship.model.embedded;

/** A schema that replies cannot be held to, or not within the tokens allowed. */
final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaException(String message) {
        super(message);
    }
}
