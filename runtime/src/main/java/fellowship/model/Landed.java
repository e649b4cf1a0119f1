package fellowship.model;

import fellowship.chat.Completion;
import java.util.concurrent.atomic.AtomicBoolean;

/** A completion that several may have waited for. The first who is given it is the one who paid. */
final class Landed {

    private final Completion completion;
    private final AtomicBoolean unpaid;

    private Landed(Completion completion, boolean unpaid) {
        this.completion = completion;
        this.unpaid = new AtomicBoolean(unpaid);
    }

    static Landed fromModel(Completion completion) {
        return new Landed(completion, true);
    }

    static Landed fromCache(Completion completion) {
        return new Landed(completion, false);
    }

    Completion completion() {
        return completion;
    }

    /** True for the first who takes a model's completion, false for all others. */
    boolean isPaidByMe() {
        return unpaid.compareAndSet(true, false);
    }
}
