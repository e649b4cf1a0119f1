package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.model.CallObserver.Source;
import fellowship.store.CallKey;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;

/**
 * Answers from the run's journal what the run has asked before. Anything else is asked, and the completion is
 * acknowledged by the journal before anyone sees it: what a workflow has seen, a run that goes on sees again.
 *
 * <p>Fails with {@link fellowship.store.DiskException} when the journal cannot be written. That is for the run to end
 * on, not for a retry.
 */
public final class JournaledModel implements ChatModel {

    private final ChatModel next;
    private final Journal journal;
    private final ToLongBiFunction<ChatRequest, Completion> price;
    private final Scheduler scheduler;
    private final CallObserver observer;

    /**
     * @param price what a completion costs in millionths of a US dollar; asked only where a model was paid
     * @param scheduler where work goes on after a commit, so that the committing thread can commit the next group
     */
    public JournaledModel(
            ChatModel next,
            Journal journal,
            ToLongBiFunction<ChatRequest, Completion> price,
            Scheduler scheduler,
            CallObserver observer) {
        this.next = next;
        this.journal = journal;
        this.price = price;
        this.scheduler = scheduler;
        this.observer = observer;
    }

    /** Notes in the journal which calls are under way. For the observer of the innermost wrapper. */
    public static CallObserver underWay(Journal journal) {
        return new CallObserver() {
            @Override
            public void sent(ChatRequest request, ContextView context) {
                journal.sent(CallKey.of(request, context));
            }
        };
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.deferContextual(context -> {
            RequestKey key = CallKey.of(request, context);
            Optional<Completion> known = journal.find(key);
            if (known.isPresent()) {
                observer.answered(request, known.get(), Source.JOURNAL);
                return Mono.just(known.get());
            }
            return ask(request, key, observer.begins(ChatModel.asker(context), request));
        });
    }

    private Mono<Completion> ask(ChatRequest request, RequestKey key, CallTrip trip) {
        Origin origin = new Origin();
        Place place = new Place();
        return next.complete(request)
                .contextWrite(context -> trip.into(origin.into(context)))
                .contextWrite(place::into)
                .doOnNext(completion -> trip.at(CallTrip.Stage.KEEPING))
                .doOnError(fault -> journal.failed(key))
                .flatMap(completion -> keep(request, key, completion, origin))
                .doOnNext(kept -> place.giveBack())
                // A journal that cannot be written ends the run: no further call is sent in this one's place.
                .doOnCancel(place::giveBack)
                .doFinally(signal -> trip.ended());
    }

    /** What another run was told waits for nobody: nothing is lost with it. All else is on the disk first. */
    private Mono<Completion> keep(ChatRequest request, RequestKey key, Completion completion, Origin origin) {
        if (origin.onDisk()) {
            return journal.adopt(key, completion);
        }
        Mono<Completion> kept = origin.source() == Source.MODEL
                ? journal.append(key, completion, price.applyAsLong(request, completion))
                : journal.append(key, completion);
        return kept.publishOn(scheduler);
    }
}
