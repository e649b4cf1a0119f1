package fellowship.model;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Who goes first when calls wait for the same account: the lower number. A run gives each row its place in the input,
 * so that the later steps of earlier rows go before the first steps of later ones, and rows are finished in order.
 */
public final class CallPriority {

    /** The priority of a call that carries none: last. */
    public static final long LAST = Long.MAX_VALUE;

    private CallPriority() {}

    /** To be put on a call: {@code model.complete(request).contextWrite(CallPriority.of(row))}. */
    public static Context of(long priority) {
        return Context.of(CallPriority.class, priority);
    }

    static Context later(ContextView context, long places) {
        return of(Math.min(of(context), LAST - places) + places);
    }

    static long of(ContextView context) {
        return context.<Long>getOrEmpty(CallPriority.class).orElse(LAST);
    }
}
