package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.model.Breaker.Watch;
import fellowship.model.Quota.Permit;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Sends a try when the account's {@link Quota} lets it, and tells the quota and the {@link Breaker} what came of it.
 * Waiting here never counts as a provider's time-out: the deadline is the provider's own and starts further in.
 */
final class LimitedModel implements ChatModel {

    /** How many places of the input a call that failed in an outage stands back, for each of its tries. */
    private static final long LATER = 4_096;

    private final ChatModel next;
    private final Quota quota;
    private final Breaker breaker;

    LimitedModel(ChatModel next, Quota quota, Breaker breaker) {
        this.next = next;
        this.quota = quota;
        this.breaker = breaker;
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.deferContextual(context -> {
            int number = Try.number(context);
            Mono<Permit> permitted = quota.acquire(estimate(request));
            // While the provider is down, calls that were not tried yet are the trials: none uses up all its tries.
            Mono<Permit> turn = number > 1 && breaker.down()
                    ? permitted.contextWrite(CallPriority.later(context, number * LATER))
                    : permitted;
            return turn.flatMap(permit -> send(request, permit, number, context));
        });
    }

    private Mono<Completion> send(ChatRequest request, Permit permit, int number, ContextView context) {
        Watch watch = breaker.sent(number);
        return Mono.defer(() -> next.complete(request))
                .doOnNext(completion -> {
                    watch.answered();
                    permit.answered(completion.usage().inputTokens()
                            + completion.usage().outputTokens());
                    // It is in flight until it is kept.
                    Place.handOver(context, permit::release);
                })
                .doOnError(ModelException.class, fault -> failed(fault, permit, watch, quota))
                .doOnCancel(watch::gaveUp)
                .doFinally(signal -> permit.releaseUnlessAnswered());
    }

    private static void failed(ModelException fault, Permit permit, Watch watch, Quota quota) {
        if (fault.reaction() == Reaction.RUN) {
            // Before the place is given back: nobody else is to be sent into the same wall.
            quota.close(fault);
        }
        if (fault.reaction() == Reaction.RETRY) {
            watch.failed(fault);
        } else {
            watch.answered();
        }
        if (fault.reaction() == Reaction.WAIT) {
            fault.retryAfter().ifPresent(quota::pause);
        }
        if (fault.reaction() == Reaction.SLOW) {
            permit.refused(fault.retryAfter());
        } else {
            permit.release();
        }
    }

    /** As providers count in advance: about the prompt's tokens, and the bound on the completion. */
    private static long estimate(ChatRequest request) {
        long prompt = 0;
        for (Message message : request.messages()) {
            prompt += Usage.estimate(message.text());
        }
        return prompt + request.sampling().maxTokens();
    }
}
