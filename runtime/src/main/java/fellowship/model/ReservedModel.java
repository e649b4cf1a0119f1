package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.config.Price;
import fellowship.store.CallKey;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Notes in the run's journal what a try may cost before it leaves, so that a run that goes on after a kill knows what
 * it may have spent. Where money is capped the try waits until the note is on the disk; elsewhere it leaves at once. The
 * note ends with the completion's own record, or here when there is none.
 */
final class ReservedModel implements ChatModel {

    private final ChatModel next;
    private final Journal journal;
    private final Bill bill;
    private final boolean first;
    private final Scheduler scheduler;

    /** @param first whether the note has to be on the disk first */
    ReservedModel(ChatModel next, Journal journal, Price price, boolean first, Scheduler scheduler) {
        this.next = next;
        this.journal = journal;
        this.bill = new Bill(price);
        this.first = first;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.deferContextual(context -> {
            long worst = bill.worst(request);
            if (worst == 0) {
                return next.complete(request);
            }
            RequestKey key = CallKey.of(request, context);
            Note note = new Note(key, worst);
            Mono<Completion> send = Mono.defer(() -> {
                note.sent.set(true);
                return next.complete(request);
            });
            return noted(key, worst)
                    .then(send)
                    .doOnNext(completion -> note.ended.set(true))
                    .doOnError(fault -> note.end(Bill.maybeBilled(fault)))
                    .doOnCancel(() -> note.end(true));
        });
    }

    private Mono<Void> noted(RequestKey key, long worst) {
        Mono<Void> noted = journal.reserve(key, worst);
        if (first) {
            return noted.publishOn(scheduler);
        }
        noted.subscribe(none -> {}, fault -> {}); // A journal that cannot be written tells whoever appends.
        return Mono.empty();
    }

    /** Ends once: a call can be cancelled after it has ended. */
    private final class Note {

        private final RequestKey key;
        private final long worst;
        private final AtomicBoolean sent = new AtomicBoolean();
        private final AtomicBoolean ended = new AtomicBoolean();

        Note(RequestKey key, long worst) {
            this.key = key;
            this.worst = worst;
        }

        void end(boolean maybeBilled) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            if (sent.get() && maybeBilled) {
                journal.charge(key, worst);
            } else {
                journal.free(key);
            }
        }
    }
}
