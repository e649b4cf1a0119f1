package fellowship.engine;

import fellowship.ask.Asked;
import fellowship.chat.ModelException;
import java.util.List;

/** Ends one branch of one row, inside the engine; it never leaves it. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedException(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    static RejectedException unreadable(String step, String why, Asked<?> asked) {
        return new RejectedException(new Rejection(
                step,
                "unreadable",
                "the answer of " + asked.reply().agent() + " could not be read: " + why,
                asked.reply().completion().text(),
                asked.calls()));
    }

    static RejectedException fault(String step, ModelException fault) {
        return new RejectedException(
                new Rejection(step, fault.reason(), String.valueOf(fault.getMessage()), fault.raw(), List.of()));
    }

    static RejectedException of(String step, String reason, String message) {
        return new RejectedException(new Rejection(step, reason, message, "", List.of()));
    }

    Rejection rejection() {
        return rejection;
    }
}
