package fellowship.model;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Whoever keeps answers takes over the place that a call has among those in flight, and gives it back when the answer is
 * kept: so no more answers can be lost with a process than calls may be in flight. Travels in the subscription's context.
 */
final class Place {

    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<@Nullable Runnable> leave = new AtomicReference<>();

    Context into(Context context) {
        return context.put(Place.class, this);
    }

    /** Hands a place over; it is given back at once where nobody is there any more to take it. */
    static void handOver(ContextView context, Runnable leave) {
        Place place = context.<Place>getOrEmpty(Place.class).orElse(null);
        if (place == null || !place.leave.compareAndSet(null, leave)) {
            leave.run();
        }
    }

    /** Gives back what was handed over, and from now on takes nothing. */
    void giveBack() {
        Runnable held = leave.getAndSet(NOTHING);
        if (held != null) {
            held.run();
        }
    }
}
