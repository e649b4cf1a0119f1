package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.config.Limits;
import fellowship.proof.Proof;
import fellowship.seam.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole of limits and retries against a provider that enforces its own limit, under virtual time. */
class LearnedLimitTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeProvider provider = new FakeProvider(time, 11);
    private final Quota quota = new Quota(Limits.none(), true, time.time);
    private final RetryBudget retries = new RetryBudget(time.time);
    private final Breaker breaker = new Breaker("fake:model", quota, time.time);
    private final RetryingModel model = model(provider);

    private RetryingModel model(FakeProvider provider) {
        return new RetryingModel(
                new LimitedModel(provider, quota, breaker),
                RetryPolicy.STANDARD,
                retries,
                breaker,
                time.time,
                Dice.of(1),
                CallObserver.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLimitThatStepsTenfoldIsFollowedWithinTwoMinutes(boolean headers) {
        provider.headers = headers;
        provider.bySecond = true;
        provider.listener = quota::observe;
        provider.limit = 600;
        Calls calls = Calls.make(1_000_000, 2_000, model, time);

        double least = 1;
        for (int limit : new int[] {600, 6_000, 600, 6_000}) {
            provider.limit = limit;
            time.advance(Duration.ofMinutes(2));
            int before = provider.arrivals.size() - provider.refusals.size();
            time.advance(Duration.ofMinutes(8));
            double use = (provider.arrivals.size() - provider.refusals.size() - before) / 8.0 / limit;
            System.out.printf("headers %s, limit %d: used %.1f %%%n", headers, limit, use * 100);
            least = Math.min(least, use);
        }
        double refused = provider.refusals.size() / (double) provider.arrivals.size();
        System.out.printf(
                "headers %s: refused %d of %d (%.2f %%), failed %d%n",
                headers, provider.refusals.size(), provider.arrivals.size(), refused * 100, calls.failed.size());
        Proof.figure(
                "limit-steps-tenfold-" + (headers ? "with" : "without") + "-headers",
                String.format(Locale.ROOT, "used %.3f at least, refused %.4f", least, refused));
        assertThat(least).isGreaterThanOrEqualTo(0.8);
        assertThat(refused).isLessThanOrEqualTo(0.02);
        assertThat(calls.failed).isEmpty();
    }

    @Test
    void aLimitOfSixThousandEnforcedByTheSecondIsLearnedFromTheFirstAnswers() {
        provider.headers = true;
        provider.bySecond = true;
        provider.limit = 6_000;
        provider.latency = 0.2;
        provider.listener = quota::observe;
        Calls calls = Calls.make(3_000, 256, model, time);
        time.advance(Duration.ofMinutes(2));

        double last = calls.answeredAt.get(calls.answeredAt.size() - 1);
        System.out.printf("3,000 calls at 6,000/min: %.2f s of 29.2, refused %d%n", last, provider.refusals.size());
        assertThat(calls.answered).hasSize(3_000);
        assertThat(last).isLessThanOrEqualTo(29.2 * 1.03);
        assertThat(provider.refusals.size()).isLessThanOrEqualTo(30);
    }

    @Test
    void withoutAnyLimitTheWayIsOpenAfterOneRoundTrip() {
        provider.latency = 0.2;
        Calls calls = Calls.make(3_000, 256, model, time);
        time.advance(Duration.ofMinutes(1));
        double last = calls.answeredAt.get(calls.answeredAt.size() - 1);
        System.out.printf("3,000 calls of 200 ms, 256 at a time: %.2f s of 2.34%n", last);
        assertThat(last).isLessThanOrEqualTo(2.34 + 0.45);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void refusalsHereAndThereDoNotSlowTheRestDown(long seed) {
        FakeProvider provider = new FakeProvider(time, seed);
        provider.latency = 0.2;
        provider.refusing = 0.02;
        // Refusals come back at once, long before the first answer.
        provider.refusalLatency = 0.002;
        RetryingModel model = model(provider);
        Calls calls = Calls.make(3_000, 256, model, time);
        time.advance(Duration.ofMinutes(5));
        double last = calls.answeredAt.get(calls.answeredAt.size() - 1);
        System.out.printf("2 %% refused on a whim: %.2f s, refused %d%n", last, provider.refusals.size());
        assertThat(calls.answered).hasSize(3_000);
        assertThat(last).isLessThanOrEqualTo(8);
    }

    @Test
    void aStrictLowLimitWithoutHeadersIsFoundWithFewRefusals() {
        provider.limit = 60;
        Calls calls = Calls.make(100_000, 200, model, time);
        time.advance(Duration.ofHours(2));
        double use = (provider.arrivals.size() - provider.refusals.size()) / 120.0 / 60;
        double refused = provider.refusals.size() / (double) provider.arrivals.size();
        System.out.printf(
                "60/min, no headers: used %.1f %%, refused %.1f %%, failed %d%n",
                use * 100, refused * 100, calls.failed.size());
        assertThat(use).isGreaterThanOrEqualTo(0.8);
        assertThat(refused).isLessThanOrEqualTo(0.05);
        assertThat(calls.failed).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        assertThat(trace(5)).isEqualTo(trace(5)).isNotEqualTo(trace(6));
    }

    private static List<Double> trace(long seed) {
        LearnedLimitTest run = new LearnedLimitTest();
        FakeProvider provider = new FakeProvider(run.time, seed);
        provider.limit = 300;
        provider.failing = 0.05;
        Calls.make(1_000, 50, run.model(provider), run.time);
        run.time.advance(Duration.ofMinutes(10));
        return provider.arrivals;
    }
}
