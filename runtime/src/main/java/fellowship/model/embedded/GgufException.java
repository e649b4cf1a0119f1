package fellowship.model.embedded;

/** A model file that cannot be used, with what is wrong in it. */
final class GgufException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GgufException(String message) {
        super(message);
    }

    GgufException(String message, Throwable cause) {
        super(message, cause);
    }
}
