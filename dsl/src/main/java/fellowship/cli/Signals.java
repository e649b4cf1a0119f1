package fellowship.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C and SIGTERM while a run goes on: the first asks it to end, the second ends the process. */
final class Signals implements AutoCloseable {

    private final AtomicInteger code = new AtomicInteger();
    private final Signal interrupt = new Signal("INT");
    private final Signal terminate = new Signal("TERM");
    private final SignalHandler oldInterrupt;
    private final SignalHandler oldTerminate;

    private Signals(IntConsumer first, IntConsumer second) {
        SignalHandler handler = signal -> {
            int exit = signal.equals(interrupt) ? ExitCode.INTERRUPTED : ExitCode.TERMINATED;
            if (code.compareAndSet(0, exit)) {
                first.accept(exit);
            } else {
                second.accept(exit);
            }
        };
        this.oldInterrupt = Signal.handle(interrupt, handler);
        this.oldTerminate = Signal.handle(terminate, handler);
    }

    /**
     * Listens until it is closed.
     *
     * @param first is given the exit code of the first signal
     * @param second is given the exit code of a further one
     */
    static Signals on(IntConsumer first, IntConsumer second) {
        return new Signals(first, second);
    }

    /** The exit code of the signal that came, if one did. */
    int exitOr(IntUnaryOperator otherwise) {
        return code.get() != 0 ? code.get() : otherwise.applyAsInt(0);
    }

    @Override
    public void close() {
        Signal.handle(interrupt, oldInterrupt);
        Signal.handle(terminate, oldTerminate);
    }
}
