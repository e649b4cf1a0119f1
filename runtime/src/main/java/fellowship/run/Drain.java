package fellowship.run;

import fellowship.chat.ChatModel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends a run without wasting what is paid for: from {@link #close} on no call is let out, and those on their way are
 * waited for. It stands next to the provider, so that calls still waiting for their turn are not counted.
 */
final class Drain {

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Sinks.Empty<Void> drained = Sinks.empty();

    /** The same model, behind this gate. A call that comes too late never ends; the run is over before it would. */
    ChatModel gate(ChatModel provider) {
        return request -> Mono.defer(() -> {
            inFlight.incrementAndGet();
            if (closed.get()) {
                left();
                return Mono.never();
            }
            return provider.complete(request).doFinally(signal -> left());
        });
    }

    /** No more calls from here on. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            closing.tryEmitEmpty();
            if (inFlight.get() == 0) {
                drained.tryEmitEmpty();
            }
        }
    }

    /** Whether the run has to end. */
    boolean closed() {
        return closed.get();
    }

    private void left() {
        if (inFlight.decrementAndGet() == 0 && closed.get()) {
            drained.tryEmitEmpty();
        }
    }

    /** Ends when no more calls are let out. */
    Mono<Void> closing() {
        return closing.asMono();
    }

    /** Ends when, after that, the last call on its way has come back. */
    Mono<Void> drained() {
        return drained.asMono();
    }
}
