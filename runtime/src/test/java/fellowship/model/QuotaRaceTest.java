package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.config.Limits;
import fellowship.seam.Time;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The quota and the budget under many threads at once, in real time. */
class QuotaRaceTest {

    private static final int CALLS = 40_000;

    private final Scheduler scheduler = Schedulers.newParallel("race", 8);
    private final Time time = new Time(scheduler, Clock.systemUTC());

    @AfterEach
    void end() {
        scheduler.dispose();
    }

    @Test
    void noPlaceIsLostOrGivenTwiceWhileCallsAreCancelled() {
        int most = 16;
        Quota quota =
                new Quota(new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.of(most)), true, time);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        SplittableRandom seeds = new SplittableRandom(9);

        Flux.range(0, CALLS)
                .map(i -> seeds.split())
                .flatMap(
                        random -> {
                            int cancelAfter = random.nextInt(10) < 3 ? random.nextInt(300) : -1;
                            int takes = random.nextInt(100);
                            boolean release = random.nextBoolean();
                            Mono<Long> call = Mono.defer(() -> quota.acquire(10).flatMap(permit -> {
                                        started.incrementAndGet();
                                        peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                                        return Mono.delay(Duration.ofNanos(takes * 1_000L), scheduler)
                                                .doFinally(signal -> {
                                                    inFlight.decrementAndGet();
                                                    if (release) {
                                                        permit.release();
                                                    } else {
                                                        permit.settle(5);
                                                    }
                                                });
                                    }))
                                    .subscribeOn(scheduler);
                            return cancelAfter < 0
                                    ? call
                                    : call.takeUntilOther(
                                            Mono.delay(Duration.ofNanos(cancelAfter * 1_000L), scheduler));
                        },
                        64)
                .blockLast(Duration.ofSeconds(60));

        await(() -> quota.inFlight() == 0 && inFlight.get() == 0);
        System.out.printf("%d calls by 8 threads, %d started, at most %d at once%n", CALLS, started.get(), peak.get());
        assertThat(peak.get()).isLessThanOrEqualTo(most);
        assertThat(quota.inFlight()).isZero();
        assertThat(quota.waiting()).isZero();
        assertThat(started.get()).isGreaterThan(CALLS / 2);
    }

    @Test
    void theBudgetHoldsUnderManyThreads() {
        long cap = 100_000;
        Budget budget = new Budget(OptionalLong.of(cap), OptionalLong.empty(), 0, 0);
        AtomicLong most = new AtomicLong();
        SplittableRandom seeds = new SplittableRandom(10);
        Flux.range(0, CALLS)
                .map(i -> seeds.split())
                .flatMap(
                        random -> {
                            long worst = 1 + random.nextInt(1_000);
                            long bill = random.nextInt(10) == 0 ? random.nextLong(worst + 1) : 0;
                            return Mono.defer(() -> budget.reserve(worst).flatMap(held -> Mono.fromRunnable(() -> {
                                                most.accumulateAndGet(
                                                        budget.spentMicros() + budget.reservedMicros(), Math::max);
                                                held.settle(bill);
                                            })
                                            .subscribeOn(scheduler)))
                                    .subscribeOn(scheduler)
                                    .onErrorComplete();
                        },
                        512)
                .blockLast(Duration.ofSeconds(60));
        assertThat(budget.reservedMicros()).isZero();
        assertThat(budget.spentMicros()).isLessThanOrEqualTo(cap);
        // Read in two steps, so one bill may be seen twice.
        assertThat(most.get()).isLessThanOrEqualTo(cap + 1_000);
    }

    private void await(java.util.function.BooleanSupplier done) {
        Mono.defer(() -> done.getAsBoolean() ? Mono.just(true) : Mono.<Boolean>empty())
                .repeatWhenEmpty(5_000, empty -> empty.delayElements(Duration.ofMillis(2), scheduler))
                .timeout(Duration.ofSeconds(20), scheduler)
                .block();
    }
}
