package fellowship.engine;

import fellowship.ask.Asked;
import fellowship.chat.ModelException;
import fellowship.row.Judgment;
import fellowship.row.Reply;
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

    /** @param all judgments that could not be read, {@code first} among them */
    static RejectedException unreadable(String step, Judgment first, List<Judgment> all) {
        String why = first.opinion() instanceof Judgment.Unreadable unread ? unread.why() : "";
        List<String> calls = all.stream()
                .flatMap(judgment -> judgment.replies().stream())
                .map(Reply::call)
                .distinct()
                .toList();
        return new RejectedException(new Rejection(
                step,
                "unreadable",
                "the answer of " + first.annotator() + " could not be read: " + why,
                first.reply().map(reply -> reply.completion().text()).orElse(""),
                calls));
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
