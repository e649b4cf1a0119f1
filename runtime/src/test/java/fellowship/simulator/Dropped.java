package fellowship.simulator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Hooks;

/** Counts the signals that Reactor has nobody to give to, for each thread that plays. */
final class Dropped {

    private static final ThreadLocal<@Nullable Dropped> HERE = new ThreadLocal<>();

    private int count;
    private Object first = "";

    private Dropped() {}

    /** From now on signals that are dropped are noted with the thread that dropped them. */
    static void listen() {
        Hooks.onErrorDropped(Dropped::note);
        Hooks.onNextDropped(Dropped::note);
    }

    static void listenNoMore() {
        Hooks.resetOnErrorDropped();
        Hooks.resetOnNextDropped();
    }

    /** Those that this thread drops from now on. */
    static Dropped here() {
        Dropped dropped = new Dropped();
        HERE.set(dropped);
        return dropped;
    }

    private static void note(Object signal) {
        Dropped here = HERE.get();
        if (here != null) {
            here.first = here.count++ == 0 ? signal : here.first;
        }
    }

    int count() {
        return count;
    }

    Object first() {
        return first;
    }
}
