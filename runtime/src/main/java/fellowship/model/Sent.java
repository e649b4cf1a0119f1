package fellowship.model;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Whether a try has left for the provider, or was still waiting for its turn. Travels in the subscription's context. */
final class Sent {

    private volatile boolean happened;

    Context into(Context context) {
        return context.put(Sent.class, this);
    }

    boolean happened() {
        return happened;
    }

    static void note(ContextView context) {
        context.<Sent>getOrEmpty(Sent.class).ifPresent(sent -> sent.happened = true);
    }
}
