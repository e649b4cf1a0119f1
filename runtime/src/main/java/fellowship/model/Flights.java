package fellowship.model;

import fellowship.store.RequestKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Calls under way, by key: who asks the same while a call is under way waits for it. A waiter that gives up leaves the
 * others alone; when the last one gives up, so does the call. A flight is forgotten before its waiters hear how it
 * ended, so that whoever tries again after a failure starts a new one.
 */
final class Flights {

    private final ConcurrentHashMap<RequestKey, Flight> underWay = new ConcurrentHashMap<>();

    /** Waits for the call of this key; where none is under way, this one is made. */
    Mono<Landed> join(RequestKey key, Mono<Landed> call) {
        return Mono.deferContextual(context -> {
            Flight mine = new Flight();
            Flight flight = underWay.compute(key, (same, there) -> board(there == null ? mine : there));
            if (flight == mine) {
                start(key, mine, call, context);
            }
            // Without "true" one waiter that gives up would cancel the future for all.
            return Mono.fromFuture(flight.end, true).doOnCancel(() -> leave(key, flight));
        });
    }

    private static Flight board(Flight flight) {
        flight.waiters++;
        return flight;
    }

    private void start(RequestKey key, Flight flight, Mono<Landed> call, ContextView context) {
        flight.call.replace(call.contextWrite(outer -> outer.putAll(context))
                .subscribe(
                        landed -> end(key, flight, landed, null),
                        fault -> end(key, flight, null, fault),
                        () -> end(key, flight, null, null)));
    }

    private void end(RequestKey key, Flight flight, @Nullable Landed landed, @Nullable Throwable fault) {
        underWay.remove(key, flight);
        if (fault == null) {
            flight.end.complete(landed);
        } else {
            flight.end.completeExceptionally(fault);
        }
    }

    private void leave(RequestKey key, Flight flight) {
        Flight left =
                underWay.computeIfPresent(key, (same, there) -> there == flight && --there.waiters == 0 ? null : there);
        if (left == null) {
            flight.call.dispose();
        }
    }

    private static final class Flight {

        final CompletableFuture<@Nullable Landed> end = new CompletableFuture<>();
        final Disposable.Swap call = Disposables.swap();

        /** Guarded by the map. */
        int waiters;
    }
}
