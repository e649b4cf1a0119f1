package fellowship.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A place in a queue. It joins when something is requested, leaves when it is cancelled, and is served at most once;
 * whichever of cancel and {@link #take} comes first wins, so what is handed out is never lost.
 */
final class Turn<T> implements Subscription {

    private enum State {
        NEW,
        WAITING,
        TAKEN,
        GONE
    }

    private final CoreSubscriber<? super T> waiter;
    private final Consumer<Turn<T>> join;
    private final Consumer<Turn<T>> leave;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

    private Turn(CoreSubscriber<? super T> waiter, Consumer<Turn<T>> join, Consumer<Turn<T>> leave) {
        this.waiter = waiter;
        this.join = join;
        this.leave = leave;
    }

    /** What is handed out in turn. Whoever receives it has to end it: use {@code flatMap}, which never drops it. */
    static <T> Mono<T> queued(Consumer<Turn<T>> join, Consumer<Turn<T>> leave) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                actual.onSubscribe(new Turn<T>(actual, join, leave));
            }
        };
    }

    long priority() {
        return CallPriority.of(waiter.currentContext());
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && state.compareAndSet(State.NEW, State.WAITING)) {
            join.accept(this);
        }
    }

    @Override
    public void cancel() {
        State before = state.getAndUpdate(now -> now == State.TAKEN ? now : State.GONE);
        if (before == State.WAITING) {
            leave.accept(this);
        }
    }

    /** Whether it still waits; from here on it must be served. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    void serve(T value) {
        waiter.onNext(value);
        waiter.onComplete();
    }

    void refuse(Throwable error) {
        waiter.onError(error);
    }

    /**
     * Serves a queue, one waiter after the other, by one thread at a time. A waiter who is served and at once gives
     * back what it got only rings again: no recursion, however long the queue.
     */
    static final class Counter {

        private final AtomicInteger rung = new AtomicInteger();

        /** Runs what {@code next} finds until it finds nothing. */
        void serve(Supplier<@Nullable Runnable> next) {
            if (rung.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            do {
                for (Runnable each = next.get(); each != null; each = next.get()) {
                    run(each);
                }
                missed = rung.addAndGet(-missed);
            } while (missed != 0);
        }

        /** Whoever is served and throws must not stop the queue for everyone else. */
        private static void run(Runnable one) {
            try {
                one.run();
            } catch (RuntimeException | Error e) {
                Operators.onErrorDropped(e, Context.empty());
            }
        }
    }
}
