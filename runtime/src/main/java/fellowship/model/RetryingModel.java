package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.model.fault.FaultTable;
import fellowship.seam.Dice;
import fellowship.seam.Time;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/**
 * Tries a call again where its fault says that this may help, and only then. What is left in the end asks for giving
 * up the row, or the run when the provider and not the call is at fault.
 *
 * <p>Resilience4j counts a call's tries and says how long to pause. Its Reactor operator is not used: that one waits
 * on the machine's timers and not on the run's {@link Time}.
 */
final class RetryingModel implements ChatModel {

    private final ChatModel next;
    private final RetryPolicy policy;
    private final RetryBudget budget;
    private final BooleanSupplier down;
    private final Time time;
    private final Dice dice;
    private final CallObserver observer;
    private final Retry retry;

    /** @param down whether the provider is thought to be down: a try that fails then does not count against its call */
    RetryingModel(
            ChatModel next,
            RetryPolicy policy,
            RetryBudget budget,
            BooleanSupplier down,
            Time time,
            Dice dice,
            CallObserver observer) {
        this.next = next;
        this.policy = policy;
        this.budget = budget;
        this.down = down;
        this.time = time;
        this.dice = dice.split("retry");
        this.observer = observer;
        this.retry = Retry.of(
                "calls",
                RetryConfig.<Completion>custom()
                        .maxAttempts(policy.tries())
                        .retryOnException(failure -> failure instanceof ModelException)
                        .intervalBiFunction(backoff())
                        .build());
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.defer(() -> {
            budget.called();
            Tries tries = new Tries(request);
            return next.complete(request)
                    .contextWrite(context -> Try.into(context, tries.number + 1))
                    .retryWhen(reactor.util.retry.Retry.withThrowable(failures -> failures.concatMap(tries::after)));
        });
    }

    private IntervalBiFunction<Completion> backoff() {
        return (attempt, outcome) -> pause(attempt, ((ModelException) outcome.getLeft()).retryAfter())
                .toMillis();
    }

    /** Doubles from try to try; never less than the provider asks for. */
    private Duration pause(int attempt, Optional<Duration> asked) {
        Duration own = policy.firstPause().multipliedBy(1L << Math.min(20, attempt - 1));
        Duration most = own.compareTo(policy.longestPause()) < 0 ? own : policy.longestPause();
        return asked.filter(wait -> wait.compareTo(most) > 0).orElse(most);
    }

    /** The tries of one call. */
    private final class Tries {

        private final ChatRequest request;
        private final Retry.AsyncContext<Completion> counted = retry.asyncContext();
        private Duration putOff = Duration.ZERO;
        private int refusals;
        private int number;

        Tries(ChatRequest request) {
            this.request = request;
        }

        /** Ends when the next try is due, or fails with what is to become of the row or the run. */
        Mono<Long> after(Throwable failure) {
            if (!(failure instanceof ModelException fault)) {
                return Mono.error(failure);
            }
            number++;
            return switch (fault.reaction()) {
                case FIX, ROW, RUN -> Mono.error(fault);
                case SLOW, WAIT -> putOff(fault, "it was refused " + number + " times; lower the account's limits");
                case RETRY -> down.getAsBoolean() ? waitForProvider(fault) : tryAgain(fault);
            };
        }

        private Mono<Long> tryAgain(ModelException fault) {
            long millis = counted.onError(fault);
            if (millis < 0
                    || number >= FaultTable.standard().tries(fault.reason()).orElse(policy.tries())) {
                return Mono.error(as(Reaction.ROW, fault, "given up after " + number + " tries"));
            }
            if (!budget.take()) {
                return Mono.error(as(
                        Reaction.ROW, fault, "not tried again: more than one in five of this account's calls failed"));
            }
            return wait(fault, Duration.ofMillis(millis));
        }

        private Mono<Long> waitForProvider(ModelException fault) {
            return budget.take()
                    ? putOff(fault, "the provider stays down")
                    : Mono.error(as(Reaction.RUN, fault, "the provider is down or fails too many calls"));
        }

        private Mono<Long> putOff(ModelException fault, String otherwise) {
            Duration pause = pause(++refusals, fault.retryAfter());
            putOff = putOff.plus(pause);
            return refusals < policy.refusals() && putOff.compareTo(policy.patience()) <= 0
                    ? wait(fault, pause)
                    : Mono.error(as(Reaction.RUN, fault, otherwise + "; run again to go on from here"));
        }

        private Mono<Long> wait(ModelException fault, Duration pause) {
            // Up to a quarter on top, so that calls that failed together do not come back together.
            int share = dice.split(request + "/" + number).below(1 << 16);
            Duration jittered = pause.plusNanos(pause.toNanos() / 4 * share >> 16);
            observer.retrying(request, fault, jittered);
            return Mono.delay(jittered, time.scheduler());
        }

        private ModelException as(Reaction reaction, ModelException fault, String why) {
            return new ModelException(
                    fault.reason(), reaction, fault.retryAfter(), fault.getMessage() + "; " + why, fault.raw());
        }
    }
}
