package fellowship.model;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One call on its way, for whoever keeps account of where its time goes. Told from whatever thread the call is on; must be
 * quick and must not throw.
 */
public interface CallTrip {

    /** Where a call can be. */
    enum Stage {
        /** For its turn: limits, the budget, a pause before a further try. */
        WAITING,
        /** Sent, and not yet answered. */
        AT_PROVIDER,
        /** Answered, and not yet on the disk. */
        KEEPING
    }

    /** Is not watched. */
    CallTrip NONE = new CallTrip() {
        @Override
        public void at(Stage stage) {}

        @Override
        public void ended() {}
    };

    /** It is there now; before the first word of this it waits. */
    void at(Stage stage);

    /** It is over, however it ended. */
    void ended();

    /** For {@code contextWrite}. */
    default Context into(Context context) {
        return this == NONE ? context : context.put(CallTrip.class, this);
    }

    /** The trip of the call that is made in this context. */
    static CallTrip of(ContextView context) {
        return context.<CallTrip>getOrEmpty(CallTrip.class).orElse(NONE);
    }
}
