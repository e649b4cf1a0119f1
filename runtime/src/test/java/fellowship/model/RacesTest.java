package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.config.Limits;
import fellowship.model.Budget.Reservation;
import fellowship.model.Quota.Permit;
import fellowship.proof.Proof;
import fellowship.store.RequestKey;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.util.RaceTestUtils;

/** Two things at one moment, ten thousand times each. */
class RacesTest {

    private static final int ROUNDS = 10_000;

    private final VirtualTime time = new VirtualTime();

    @Test
    void aCallThatIsCancelledWhileItsTurnComesLosesNoPlace() {
        for (int round = 0; round < ROUNDS; round++) {
            Quota quota = new Quota(
                    new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.of(1)), false, time.time);
            AtomicReference<Permit> held = new AtomicReference<>();
            quota.acquire(0).subscribe(held::set);
            Disposable waiting = quota.acquire(0).doOnNext(Permit::release).subscribe();
            RaceTestUtils.race(held.get()::release, waiting::dispose);
            assertThat(quota.inFlight()).isZero();
            assertThat(quota.waiting()).isZero();
        }
        Proof.figure("races-quota-rounds", ROUNDS);
    }

    @Test
    void aCallThatIsCancelledWhileMoneyComesFreeHoldsNone() {
        for (int round = 0; round < ROUNDS; round++) {
            Budget budget = new Budget(OptionalLong.of(100), OptionalLong.empty(), 0, 0);
            AtomicReference<Reservation> held = new AtomicReference<>();
            budget.reserve(100).subscribe(held::set);
            Disposable waiting =
                    budget.reserve(90).doOnNext(Reservation::release).subscribe();
            RaceTestUtils.race(() -> held.get().settle(5), waiting::dispose);
            assertThat(budget.reservedMicros()).isZero();
            assertThat(budget.spentMicros()).isEqualTo(5);
        }
        Proof.figure("races-budget-rounds", ROUNDS);
    }

    @Test
    void whoeverJoinsACallWhileItLandsHearsItsEnd() {
        Landed landed = Landed.fromModel(Completion.of("ok", Usage.of(1, 1), "fake"));
        for (int round = 0; round < ROUNDS; round++) {
            Flights flights = new Flights();
            RequestKey key = RequestKey.of(Calls.request(round));
            Sinks.One<Landed> answer = Sinks.one();
            AtomicInteger heard = new AtomicInteger();
            flights.join(key, answer.asMono()).subscribe(one -> heard.incrementAndGet());
            Disposable first = flights.join(key, answer.asMono()).subscribe();
            RaceTestUtils.race(
                    () -> answer.tryEmitValue(landed),
                    () -> flights.join(key, Mono.just(landed)).subscribe(one -> heard.incrementAndGet()),
                    first::dispose);
            assertThat(heard.get()).isEqualTo(2);
        }
        Proof.figure("races-flights-rounds", ROUNDS);
    }

    @Test
    void aBreakerThatFailsAndAnswersAtOnceIsUpOrDownAndNeverStuck() {
        ModelException fault = new ModelException("server-error", Reaction.RETRY, "500");
        for (int round = 0; round < ROUNDS; round++) {
            Quota quota = new Quota(Limits.none(), false, time.time);
            Breaker breaker = new Breaker("fake:model", quota, time.time);
            for (int i = 0; i < 19; i++) {
                breaker.sent(1).failed(fault);
            }
            Breaker.Watch one = breaker.sent(1);
            Breaker.Watch other = breaker.sent(1);
            RaceTestUtils.race(() -> one.failed(fault), other::answered);
            assertThat(breaker.down()).isTrue();
            time.advanceSeconds(6);
            breaker.sent(1).answered();
            assertThat(breaker.down()).isFalse();
        }
        Proof.figure("races-breaker-rounds", ROUNDS);
    }
}
