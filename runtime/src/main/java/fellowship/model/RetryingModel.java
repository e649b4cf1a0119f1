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
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Tries a call again where its fault says that this may help, and only then. What is left in the end asks for giving
 * up the row, or the run when the provider and not the call is at fault.
 *
 * <p>Resilience4j counts a call's tries and says how long to pause. Its Reactor operator is not used: that one waits
 * on the machine's timers and not on the run's {@link Time}.
 */
final class RetryingModel implements ChatModel {

    /** Faults of a provider, whatever it is asked; others are more likely the call's own when they come at every try. */
    private static final Set<String> OUTAGE =
            Set.of("connection-lost", "cut", "deadline", "gateway", "overloaded", "server-error", "unknown-host");

    /** How often a call that may not be sent looks whether it may. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final ChatModel next;
    private final RetryPolicy policy;
    private final RetryBudget budget;
    private final Breaker breaker;
    private final Time time;
    private final Dice dice;
    private final CallObserver observer;
    private final Retry retry;

    /** @param breaker knows whether the provider or the call is to blame */
    RetryingModel(
            ChatModel next,
            RetryPolicy policy,
            RetryBudget budget,
            Breaker breaker,
            Time time,
            Dice dice,
            CallObserver observer) {
        this.next = next;
        this.policy = policy;
        this.budget = budget;
        this.breaker = breaker;
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
        private Duration parked = Duration.ZERO;
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
                case FIX, ROW, PARK, RUN -> Mono.error(fault);
                case SLOW, WAIT -> putOff(fault, "it was refused " + number + " times; lower the account's limits");
                case RETRY -> tryAgain(fault);
            };
        }

        private Mono<Long> tryAgain(ModelException fault) {
            long millis = counted.onError(fault);
            if (millis < 0
                    || number >= FaultTable.standard().tries(fault.reason()).orElse(policy.tries())) {
                return Mono.error(
                        OUTAGE.contains(fault.reason()) && breaker.failing()
                                ? park(fault)
                                : as(fault.reason(), Reaction.ROW, fault, "given up after " + number + " tries"));
            }
            return whenAllowed(fault, Duration.ofMillis(millis));
        }

        /** Sends nothing while the account's further tries are used up, and looks again now and then. */
        private Mono<Long> whenAllowed(ModelException fault, Duration pause) {
            if (budget.take(breaker.well())) {
                return wait(fault, pause);
            }
            if (parked.compareTo(policy.patience()) >= 0) {
                return Mono.error(park(fault));
            }
            Duration look = jittered(LOOK);
            parked = parked.plus(look);
            return Mono.delay(look, time.scheduler()).then(Mono.defer(() -> whenAllowed(fault, pause)));
        }

        private ModelException park(ModelException fault) {
            return as(
                    "provider-unavailable",
                    Reaction.PARK,
                    fault,
                    "its provider fails too many calls; no row was given up: run again to go on from here once it is"
                            + " well");
        }

        private Mono<Long> putOff(ModelException fault, String otherwise) {
            Duration pause = pause(++refusals, fault.retryAfter());
            putOff = putOff.plus(pause);
            return refusals < policy.refusals() && putOff.compareTo(policy.patience()) <= 0
                    ? wait(fault, pause)
                    : Mono.error(as(fault.reason(), Reaction.RUN, fault, otherwise + "; run again to go on from here"));
        }

        private Mono<Long> wait(ModelException fault, Duration pause) {
            Duration jittered = jittered(pause);
            observer.retrying(request, fault, jittered);
            return Mono.delay(jittered, time.scheduler());
        }

        /** Up to a quarter on top, so that calls that failed together do not come back together. */
        private Duration jittered(Duration pause) {
            int share = dice.split(request + "/" + number).below(1 << 16);
            return pause.plusNanos(pause.toNanos() / 4 * share >> 16);
        }

        private ModelException as(String reason, Reaction reaction, ModelException fault, String why) {
            return new ModelException(
                    reason, reaction, fault.retryAfter(), fault.getMessage() + "; " + why, fault.raw());
        }
    }
}
