package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.config.Price;
import fellowship.model.Budget.Reservation;
import fellowship.proof.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class BudgetTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void spentAndReservedNeverPassTheCapWhateverTheBillsAre() {
        long mostSpent = 0;
        long leastSpent = Long.MAX_VALUE;
        long calls = 0;
        int runs = 10_000;
        for (int seed = 0; seed < runs; seed++) {
            Adversary adversary = new Adversary(seed);
            adversary.run();
            mostSpent = Math.max(mostSpent, adversary.budget.spentMicros());
            leastSpent = Math.min(leastSpent, adversary.budget.spentMicros());
            calls += adversary.budget.calls();
        }
        Proof.figure(
                "spend-cap",
                String.format(
                        Locale.ROOT,
                        "%d runs, %d calls, overshoot $%.2f, unspent at most %d of a largest reservation of %d",
                        runs,
                        calls,
                        Math.max(0, mostSpent - Adversary.CAP) / 1e6,
                        Adversary.CAP - leastSpent,
                        Adversary.WORST));
        assertThat(mostSpent).isLessThanOrEqualTo(Adversary.CAP);
        // What is left is less than one more call could cost.
        assertThat(leastSpent).isGreaterThan(Adversary.CAP - Adversary.WORST);
    }

    @Test
    void aCallThatOnlyOthersKeepOutWaitsForTheirBills() {
        Budget budget = cap(100);
        List<Reservation> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            budget.reserve(60).subscribe(held::add);
        }
        assertThat(held).hasSize(1);
        held.get(0).settle(10);
        assertThat(held).hasSize(2);
        held.get(1).release();
        assertThat(held).hasSize(3);
        assertThat(budget.spentMicros()).isEqualTo(10);
        assertThat(budget.calls()).isEqualTo(1);
    }

    @Test
    void aCallThatCannotFitAnyMoreEndsTheRunAndSaysHowToGoOn() {
        Budget budget = cap(100);
        List<Reservation> held = new ArrayList<>();
        List<Throwable> failed = new ArrayList<>();
        budget.reserve(60).subscribe(held::add);
        budget.reserve(60).subscribe(held::add, failed::add);
        assertThat(failed).isEmpty();
        held.get(0).settle(50);
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0))
                .isInstanceOfSatisfying(ModelException.class, fault -> {
                    assertThat(fault.reason()).isEqualTo("budget");
                    assertThat(fault.reaction()).isEqualTo(Reaction.RUN);
                })
                .hasMessage("the budget of $0.0001 is too small for the next call: $0.00005 is spent and the call may"
                        + " cost up to $0.00006; raise it (budget usd: 0.0002) and run again to go on from here");
    }

    @Test
    void callsAreCappedToo() {
        Budget budget = new Budget(OptionalLong.empty(), OptionalLong.of(3), 0, 1);
        List<Reservation> held = new ArrayList<>();
        List<Throwable> failed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            budget.reserve(1_000_000).subscribe(held::add, failed::add);
        }
        assertThat(held).hasSize(2);
        held.get(0).release();
        assertThat(held).hasSize(3);
        held.get(1).settle(1);
        held.get(2).settle(1);
        budget.reserve(1).subscribe(held::add, failed::add);
        assertThat(failed).singleElement().asString().contains("the budget of 3 calls is used up");
    }

    @Test
    void aRunThatGoesOnStartsFromWhatWasSpent() {
        Budget budget = new Budget(OptionalLong.of(100), OptionalLong.empty(), 70, 5);
        List<Throwable> failed = new ArrayList<>();
        budget.reserve(31).subscribe(held -> {}, failed::add);
        budget.reserve(30).subscribe();
        assertThat(failed).hasSize(1);
        assertThat(budget.reservedMicros()).isEqualTo(30);
    }

    @Test
    void whoeverStopsWaitingLetsTheNextOneIn() {
        Budget budget = cap(100);
        List<Reservation> held = new ArrayList<>();
        budget.reserve(50).subscribe(held::add);
        Disposable big = budget.reserve(90).subscribe(held::add);
        budget.reserve(40).subscribe(held::add);
        assertThat(held).hasSize(1);
        big.dispose();
        assertThat(held).hasSize(2);
    }

    @Test
    void aReservationEndsOnce() {
        Budget budget = cap(100);
        List<Reservation> held = new ArrayList<>();
        budget.reserve(50).subscribe(held::add);
        held.get(0).settle(20);
        held.get(0).settle(20);
        held.get(0).release();
        assertThat(budget.spentMicros()).isEqualTo(20);
        assertThat(budget.reservedMicros()).isZero();
    }

    @Test
    void aBillAboveTheBoundIsReported() {
        Budget budget = cap(100);
        budget.reserve(50).subscribe(held -> held.settle(130));
        assertThat(budget.spentMicros()).isEqualTo(130);
        assertThat(budget.excessMicros()).isEqualTo(80);
    }

    @Test
    void aHundredThousandWaitersDoNotOverflowTheStack() {
        Budget budget = cap(100);
        List<Reservation> held = new ArrayList<>();
        budget.reserve(100).subscribe(held::add);
        int[] served = {0};
        for (int i = 0; i < 100_000; i++) {
            budget.reserve(100).subscribe(one -> {
                served[0]++;
                one.release();
            });
        }
        held.get(0).release();
        assertThat(served[0]).isEqualTo(100_000);
    }

    @Test
    void missingUsageIsChargedAsReservedAndNeverAsNothing() {
        Budget budget = cap(1_000_000);
        complete(budget, Mono.just(Completion.of("ok", new Usage(0, 0, true), "fake")));
        assertThat(budget.spentMicros()).isEqualTo(worst());
    }

    @Test
    void aRefusalByStatusCostsNothingAndACutAnswerCostsAllThatWasReserved() {
        Budget budget = cap(1_000_000);
        complete(budget, Mono.error(new ModelException("rate-limited", Reaction.SLOW, "429")));
        complete(budget, Mono.error(new ModelException("server-error", Reaction.RETRY, "500")));
        assertThat(budget.spentMicros()).isZero();
        assertThat(budget.calls()).isZero();
        complete(budget, Mono.error(new ModelException("cut", Reaction.RETRY, "half an answer")));
        assertThat(budget.spentMicros()).isEqualTo(worst());
        assertThat(budget.calls()).isEqualTo(1);
        assertThat(budget.reservedMicros()).isZero();
    }

    @Test
    void aCancelledCallIsChargedOnlyOnceItWasSent() {
        Budget budget = cap(1_000_000);
        new BudgetedModel(request -> Mono.never(), budget, PRICE)
                .complete(Calls.request(0))
                .subscribe()
                .dispose();
        assertThat(budget.spentMicros()).isZero();
        assertThat(budget.reservedMicros()).isZero();

        ChatModel sent = new ObservedModel(request -> Mono.never(), PRICE, time.time, CallObserver.NONE);
        new BudgetedModel(sent, budget, PRICE)
                .complete(Calls.request(0))
                .subscribe()
                .dispose();
        assertThat(budget.spentMicros()).isEqualTo(worst());
        assertThat(budget.reservedMicros()).isZero();
    }

    private static final Price PRICE = new Price(1, 10);

    private static long worst() {
        return new Bill(PRICE).worst(Calls.request(0));
    }

    private void complete(Budget budget, Mono<Completion> answer) {
        ChatModel provider = new ObservedModel(request -> answer, PRICE, time.time, CallObserver.NONE);
        new BudgetedModel(provider, budget, PRICE)
                .complete(Calls.request(0))
                .onErrorComplete()
                .subscribe();
    }

    private static Budget cap(long micros) {
        return new Budget(OptionalLong.of(micros), OptionalLong.empty(), 0, 0);
    }

    /** Calls of all sizes that end in every way and order, some of them cancelled. */
    private static final class Adversary {

        static final long CAP = 100_000;
        static final long WORST = 5_000;

        final Budget budget = cap(CAP);
        private final VirtualTime time = new VirtualTime();
        private final SplittableRandom random;
        private boolean ended;

        Adversary(long seed) {
            random = new SplittableRandom(seed);
        }

        void run() {
            for (int i = 0; i < 40; i++) {
                worker();
            }
            for (int i = 0; i < 100_000 && !ended; i++) {
                time.advance(Duration.ofMillis(100));
                check();
            }
            time.advance(Duration.ofMinutes(1));
            check();
            assertThat(budget.reservedMicros()).isZero();
        }

        private void check() {
            assertThat(budget.spentMicros() + budget.reservedMicros()).isLessThanOrEqualTo(CAP);
        }

        private void worker() {
            long micros = 1 + random.nextLong(WORST);
            Disposable call = budget.reserve(micros)
                    .flatMap(held -> {
                        check();
                        return Mono.delay(Duration.ofMillis(random.nextInt(1_000)), time.scheduler)
                                .doOnNext(tick -> end(held, micros))
                                .doFinally(signal -> held.release());
                    })
                    .subscribe(tick -> worker(), failure -> ended = true);
            if (random.nextInt(10) == 0) {
                time.scheduler.schedule(
                        () -> {
                            if (!call.isDisposed()) {
                                call.dispose();
                                worker();
                            }
                        },
                        random.nextInt(1_500),
                        java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }

        private void end(Reservation held, long micros) {
            switch (random.nextInt(5)) {
                case 0 -> held.release();
                case 1 -> held.settleInFull();
                case 2 -> held.settle(0);
                default -> held.settle(random.nextLong(micros + 1));
            }
            check();
        }
    }
}
