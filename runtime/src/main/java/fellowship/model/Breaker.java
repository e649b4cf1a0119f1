package fellowship.model;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.seam.Time;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sees that a provider is down. Then no row fails: its {@link Quota} is paused, one call is tried now and then, and
 * the rest go on when that one is answered. A provider that stays down too long ends the run, which can be resumed.
 */
final class Breaker {

    /** How long an outage is waited out. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The pauses between trials: 5 s, half as long again each time, 60 s at most. */
    private static final double FIRST_PAUSE = 5;

    private static final double LONGER = 1.5;
    private static final double LONGEST_PAUSE = 60;
    /** The share of failures that is taken for an outage, in per cent. */
    private static final float FAILING = 40;

    private static final int CALLS_SEEN = 100;
    private static final int CALLS_NEEDED = 20;

    /** A first call after a pause that hangs lets another one try after so long. */
    private static final Duration NEXT_TRIAL = Duration.ofSeconds(10);

    private final String account;
    private final Quota quota;
    private final Time time;
    private final CircuitBreaker circuit;
    /** From this share of failures on a provider and not its calls is at fault, where so many are known. */
    private static final double TROUBLED = 0.2;

    private static final double WELL = 0.1;
    private static final int FEW = 10;

    private volatile long downSince = -1;
    private volatile long openedAt = -1;
    private volatile int pauses;
    private int trials;

    Breaker(String account, Quota quota, Time time) {
        this.account = account;
        this.quota = quota;
        this.time = time;
        this.circuit = CircuitBreaker.of(
                account,
                CircuitBreakerConfig.custom()
                        .slidingWindow(CALLS_SEEN, CALLS_NEEDED, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(FAILING)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        // The quota does the waiting: the first call that it lets through is the trial.
                        .waitDurationInOpenState(Duration.ofMillis(1))
                        .clock(new SchedulerClock(time))
                        .currentTimestampFunction(
                                clock -> time.scheduler().now(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(event -> changed(event.getStateTransition().getToState()));
    }

    /** Whether the provider is thought to be down. */
    boolean down() {
        return downSince >= 0;
    }

    /** Whether nearly all calls are answered. */
    boolean well() {
        CircuitBreaker.Metrics seen = circuit.getMetrics();
        return !down()
                && seen.getNumberOfBufferedCalls() >= FEW
                && seen.getNumberOfFailedCalls() <= WELL * seen.getNumberOfBufferedCalls();
    }

    /** Whether so many calls fail now or failed a while ago, or all of several, that none of them can be blamed for it. */
    boolean failing() {
        CircuitBreaker.Metrics seen = circuit.getMetrics();
        int failed = seen.getNumberOfFailedCalls();
        return down()
                || openedAt >= 0 && time.elapsed().toNanos() - openedAt < PATIENCE.toNanos()
                || failed > 1 && seen.getNumberOfSuccessfulCalls() == 0
                || seen.getNumberOfBufferedCalls() >= FEW && failed > TROUBLED * seen.getNumberOfBufferedCalls();
    }

    /** A try leaves: its number among its call's tries, from 1. */
    Watch sent(int number) {
        circuit.tryAcquirePermission();
        return new Watch(number, pauses);
    }

    /** What becomes of one try. One that was sent before the last pause says nothing about what is now. */
    final class Watch {

        private final int number;
        private final int pausesBefore;

        private Watch(int number, int pausesBefore) {
            this.number = number;
            this.pausesBefore = pausesBefore;
        }

        /** The provider answered, be it with a refusal of this one call. */
        void answered() {
            if (pausesBefore == pauses) {
                circuit.onSuccess(0, TimeUnit.NANOSECONDS);
            }
        }

        /**
         * The provider failed. As long as it is thought to be well only first tries count: a call that fails at
         * every try is a bad call, not a bad provider.
         */
        void failed(ModelException fault) {
            if (pausesBefore == pauses && (number == 1 || down())) {
                circuit.onError(0, TimeUnit.NANOSECONDS, fault);
            }
        }

        /** The try was cancelled. */
        void gaveUp() {
            circuit.releasePermission();
        }
    }

    private synchronized void changed(State state) {
        if (state == State.CLOSED) {
            downSince = -1;
            trials = 0;
        } else if (state == State.OPEN) {
            opened();
        }
    }

    private void opened() {
        pauses++;
        long now = time.elapsed().toNanos();
        openedAt = now;
        if (downSince < 0) {
            downSince = now;
        }
        Duration down = Duration.ofNanos(now - downSince);
        if (down.compareTo(PATIENCE) >= 0) {
            quota.close(new ModelException(
                    "provider-unavailable",
                    Reaction.RUN,
                    account + " has been failing for " + down.toMinutes()
                            + " minutes; no row was given up: run again to go on from here once it answers"));
            return;
        }
        double pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * Math.pow(LONGER, trials++));
        quota.pause(Duration.ofMillis((long) (pause * 1000)));
        quota.restart(1, NEXT_TRIAL);
    }
}
