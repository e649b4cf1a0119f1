package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.config.Limits;
import fellowship.seam.Dice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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

    @Test
    void aFewFailuresAreRiddenOutWithFewFurtherCalls() {
        provider.failing = 0.05;
        Calls calls = Calls.make(20_000, 256, model, time);
        time.advance(Duration.ofHours(1));
        double sent = provider.arrivals.size() / 20_000.0;
        System.out.printf("5 %% failing: %.3f sent for each call, %d rows given up%n", sent, calls.failed.size());
        assertThat(sent).isLessThanOrEqualTo(1.2);
        assertThat(calls.answered.size()).isGreaterThanOrEqualTo(19_999);
    }

    @Test
    void aBrownOutIsNotMadeWorse() {
        Calls calls = Calls.make(20_000, 256, model, time);
        time.advance(Duration.ofSeconds(20));
        provider.failing = 0.5;
        int sentBefore = provider.arrivals.size();
        int distinctBefore = provider.distinct.size();
        time.advance(Duration.ofHours(1));
        int sent = provider.arrivals.size() - sentBefore;
        int distinct = provider.distinct.size() - distinctBefore;
        System.out.printf(
                "50 %% failing: %d sent for %d calls, %.3f in the whole run, %d rows given up, the run was ended %s%n",
                sent,
                distinct,
                provider.arrivals.size() / (double) provider.distinct.size(),
                calls.rowsGivenUp(),
                calls.failed.size() > calls.rowsGivenUp());
        // A hundred tries and the calls in flight when the outage began come on top.
        assertThat(provider.arrivals.size()).isLessThanOrEqualTo((int) (1.2 * provider.distinct.size()) + 100 + 256);
        assertThat(calls.failed).anySatisfy(failure -> assertThat(failure)
                .isInstanceOfSatisfying(ModelException.class, fault -> assertThat(fault.reaction())
                        .isEqualTo(Reaction.RUN)));
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
        System.out.printf("an outage of an hour: %d calls sent again into it, then the run ends%n", again);
        assertThat(again).isLessThanOrEqualTo(100);
        assertThat(calls.rowsGivenUp()).isZero();
        assertThat(calls.failed)
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
