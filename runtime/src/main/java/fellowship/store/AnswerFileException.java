package fellowship.store;

/** A file that holds no exported answers, or those of a format that this version does not read. */
public final class AnswerFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerFileException(String message) {
        super(message);
    }
}
