package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.config.Price;
import fellowship.model.Budget.Reservation;
import reactor.core.publisher.Mono;

/**
 * Sends a try only when the worst it can cost still fits the budget, and settles it by its bill. A try that may have
 * been billed although no answer came (it was cut, ran out of time or was cancelled after it was sent) is charged as
 * reserved: what is not known is never counted as nothing.
 */
public final class BudgetedModel implements ChatModel {

    private final ChatModel next;
    private final Budget budget;
    private final Bill bill;

    public BudgetedModel(ChatModel next, Budget budget, Price price) {
        this.next = next;
        this.budget = budget;
        this.bill = new Bill(price);
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.defer(() -> budget.reserve(bill.worst(request)).flatMap(held -> send(request, held)));
    }

    private Mono<Completion> send(ChatRequest request, Reservation held) {
        Sent sent = new Sent();
        return Mono.defer(() -> next.complete(request))
                .contextWrite(sent::into)
                .doOnNext(completion -> held.settle(bill.of(request, completion)))
                .doOnError(failure -> end(held, sent.happened() && Bill.maybeBilled(failure)))
                .doOnCancel(() -> end(held, sent.happened()))
                // An answer that never came and a mistake of ours end here.
                .doFinally(signal -> held.release());
    }

    private static void end(Reservation held, boolean billed) {
        if (billed) {
            held.settleInFull();
        } else {
            held.release();
        }
    }
}
