package fellowship.simulator;

import reactor.core.publisher.Hooks;

/** Counts the signals that Reactor has nobody to give to. */
final class Dropped implements AutoCloseable {

    private int count;
    private Object first = "";

    static Dropped counting() {
        Dropped dropped = new Dropped();
        Hooks.onErrorDropped(dropped::note);
        Hooks.onNextDropped(dropped::note);
        return dropped;
    }

    private void note(Object signal) {
        first = count++ == 0 ? signal : first;
    }

    int count() {
        return count;
    }

    Object first() {
        return first;
    }

    @Override
    public void close() {
        Hooks.resetOnErrorDropped();
        Hooks.resetOnNextDropped();
    }
}
