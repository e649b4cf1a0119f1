package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.config.Limits;
import fellowship.proof.Proof;
import fellowship.seam.Dice;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that fails, under virtual time. */
class OutageTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeProvider provider = new FakeProvider(time, 21);
    private final Quota quota = new Quota(Limits.none(), true, time.time);
    private final RetryBudget retries = new RetryBudget(time.time);
    private final Breaker breaker = new Breaker("fake:model", quota, time.time);
    private final RetryingModel model = new RetryingModel(
            new LimitedModel(provider, quota, breaker),
            RetryPolicy.STANDARD,
            retries,
            breaker,
            time.time,
            Dice.of(1),
            CallObserver.NONE);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5})
    void aBrownOutOfAnHourIsNotMadeWorseAndGivesNoRowUp(double failing) {
        provider.latency = 5;
        Calls calls = Calls.make(1_000_000, 256, model, time);
        time.advance(Duration.ofSeconds(20));
        provider.failing = failing;
        time.advance(Duration.ofHours(1));
        Map<ChatRequest, Integer> tries = provider.tries();
        double amplification = provider.arrivals.size() / (double) tries.size();
        Proof.figure(
                String.format(Locale.ROOT, "sent-per-call-with-%.0f-percent-failing", failing * 100),
                String.format(
                        Locale.ROOT,
                        "%.3f (%d sent for %d calls, %d parked, %d given up)",
                        amplification,
                        provider.arrivals.size(),
                        tries.size(),
                        calls.parked(),
                        calls.rowsGivenUp()));
        assertThat(amplification).isLessThanOrEqualTo(1.2);
        assertThat(tries.values()).allMatch(each -> each <= 4);
        if (failing > 0.4) {
            assertThat(calls.rowsGivenUp()).isZero();
        } else {
            // 5 % to the fourth power: no outage, and some calls do fail at four tries.
            assertThat(calls.rowsGivenUp()).isLessThanOrEqualTo((int) (3e-5 * tries.size()) + 1);
        }
    }

    @Test
    void whenABrownOutEndsTheCallsThatWereHeldBackAreMade() {
        Calls calls = Calls.make(20_000, 256, model, time);
        time.advance(Duration.ofSeconds(10));
        provider.failing = 0.5;
        time.advance(Duration.ofMinutes(5));
        provider.failing = 0;
        time.advance(Duration.ofMinutes(30));
        assertThat(calls.rowsGivenUp()).isZero();
        assertThat(calls.answered.size() + calls.parked()).isEqualTo(20_000);
        assertThat(calls.parked()).isLessThan(20);
    }

    @Test
    void anOutageGivesNoRowUpAndIsHardlyAsked() {
        Calls calls = Calls.make(10_000, 256, model, time);
        time.advance(Duration.ofSeconds(10));
        int again = provider.arrivals.size() - provider.distinct.size();
        provider.failing = 1;
        time.advance(Duration.ofMinutes(5));
        again = provider.arrivals.size() - provider.distinct.size() - again;
        assertThat(breaker.down()).isTrue();
        assertThat(calls.failed).isEmpty();
        provider.failing = 0;
        time.advance(Duration.ofMinutes(10));
        System.out.printf(
                "an outage of 5 minutes: %d calls sent again into it, %d in all, %d rows given up%n",
                again, provider.arrivals.size() - provider.distinct.size(), calls.failed.size());
        assertThat(again).isLessThanOrEqualTo(100);
        assertThat(calls.failed).isEmpty();
        assertThat(calls.answered).hasSize(10_000);
    }

    @Test
    void anOutageFromTheFirstCallOnIsRiddenOutToo() {
        provider.failing = 1;
        Calls calls = Calls.make(1_000, 256, model, time);
        time.advance(Duration.ofMinutes(3));
        provider.failing = 0;
        time.advance(Duration.ofMinutes(5));
        assertThat(calls.failed).isEmpty();
        assertThat(calls.answered).hasSize(1_000);
    }

    @Test
    void anOutageThatDoesNotEndStopsTheRunAndGivesNoRowUp() {
        Calls calls = Calls.make(10_000, 256, model, time);
        time.advance(Duration.ofSeconds(10));
        int again = provider.arrivals.size() - provider.distinct.size();
        provider.failing = 1;
        time.advance(Duration.ofHours(1));
        again = provider.arrivals.size() - provider.distinct.size() - again;
        Proof.figure("sent-beyond-the-calls-in-a-blackout", again);
        assertThat(again).isLessThanOrEqualTo(100);
        assertThat(provider.tries().values()).allMatch(each -> each <= 4);
        assertThat(calls.rowsGivenUp()).isZero();
        assertThat(calls.failed)
                .filteredOn(failure -> failure instanceof ModelException fault && fault.reaction() == Reaction.RUN)
                .singleElement()
                .asString()
                .contains("fake:model has been failing for 10 minutes; no row was given up");
    }

    @Test
    void oneBadCallInFiftyDoesNotLookLikeAnOutage() {
        provider.poison = draw -> draw % 50 == 0;
        Calls calls = Calls.make(3_000, 256, model, time);
        time.advance(Duration.ofMinutes(10));
        System.out.printf("1 call in 50 fails at every try: %d rows given up of 3,000%n", calls.rowsGivenUp());
        assertThat(calls.rowsGivenUp()).isEqualTo(60);
        assertThat(calls.answered).hasSize(2_940);
        assertThat(provider.arrivals).hasSize(3_000 + 60 * 3);
    }
}
