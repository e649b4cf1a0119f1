package fellowship.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, SIGTERM and a closed terminal while a run goes on: the first asks it to end, the second ends the process. Under
 * {@code nohup} a closed terminal means nothing.
 */
final class Signals implements AutoCloseable {

    private static final Map<String, Integer> EXITS =
            Map.of("INT", ExitCode.INTERRUPTED, "TERM", ExitCode.TERMINATED, "HUP", ExitCode.HUNG_UP);

    private final AtomicInteger code = new AtomicInteger();
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    private Signals(IntConsumer first, IntConsumer second, Duration echo) {
        AtomicLong last = new AtomicLong(System.nanoTime() - echo.toNanos());
        SignalHandler handler = signal -> {
            long now = System.nanoTime();
            if (now - last.getAndSet(now) < echo.toNanos()) {
                return;
            }
            int exit = EXITS.getOrDefault(signal.getName(), ExitCode.TERMINATED);
            if (code.compareAndSet(0, exit)) {
                first.accept(exit);
            } else {
                second.accept(exit);
            }
        };
        EXITS.keySet().forEach(name -> listen(name, handler));
    }

    private void listen(String name, SignalHandler handler) {
        try {
            Signal signal = new Signal(name);
            SignalHandler old = Signal.handle(signal, handler);
            if (old == SignalHandler.SIG_IGN) {
                Signal.handle(signal, old);
            } else {
                before.put(signal, old);
            }
        } catch (IllegalArgumentException e) {
            // This system has no such signal.
        }
    }

    /**
     * Listens until it is closed.
     *
     * @param first is given the exit code of the first signal
     * @param second is given the exit code of a further one
     */
    static Signals on(IntConsumer first, IntConsumer second) {
        return new Signals(first, second, VectorProcess.echo());
    }

    /** The exit code of the signal that came, if one did. */
    int exitOr(IntUnaryOperator otherwise) {
        return code.get() != 0 ? code.get() : otherwise.applyAsInt(0);
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
