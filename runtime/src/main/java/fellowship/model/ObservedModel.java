package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.config.Price;
import fellowship.model.CallObserver.Source;
import fellowship.seam.Time;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The innermost wrapper: tells when a try leaves for the provider, when it is back, and what its answer cost and took. */
final class ObservedModel implements ChatModel {

    private final ChatModel next;
    private final Bill bill;
    private final Time time;
    private final CallObserver observer;

    ObservedModel(ChatModel next, Price price, Time time, CallObserver observer) {
        this.next = next;
        this.bill = new Bill(price);
        this.time = time;
        this.observer = observer;
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.deferContextual(context -> {
            Duration start = time.elapsed();
            CallTrip trip = CallTrip.of(context);
            trip.at(CallTrip.Stage.AT_PROVIDER);
            Sent.note(context);
            observer.sent(request, context);
            return next.complete(request)
                    .doOnNext(completion -> {
                        long micros = bill.of(request, completion);
                        observer.billed(
                                request, completion, micros, time.elapsed().minus(start));
                        observer.paid(ChatModel.asker(context), completion, micros);
                        observer.answered(request, completion, Source.MODEL);
                    })
                    .doOnError(fault -> trip.at(CallTrip.Stage.WAITING))
                    .doFinally(signal -> observer.returned(request));
        });
    }
}
