package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.config.Limits;
import fellowship.model.Quota.Permit;
import fellowship.model.http.RateHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class QuotaTest {

    private final VirtualTime time = new VirtualTime();

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 60, 600, 6_000})
    void noMinuteHoldsMoreThanTheLimitAndNearlyAllOfItIsUsed(int limit) {
        Quota quota = quota(limit, 1_000_000);
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 5 * limit + 5; i++) {
            quota.acquire(0).subscribe(permit -> {
                sent.add(time.seconds());
                permit.settle(0);
            });
        }
        time.advance(Duration.ofMinutes(4));

        int most = mostIn(60, sent);
        System.out.printf("limit %d/min: most in any 60 s %d, used %.1f %%%n", limit, most, 25.0 * sent.size() / limit);
        assertThat(most).isLessThanOrEqualTo(limit);
        assertThat(sent.size()).isGreaterThanOrEqualTo((int) (4 * limit * 0.95));
        assertThat(mostIn(1, sent)).isLessThanOrEqualTo((int) Math.ceil(limit / 60.0 * 1.3) + 1);
    }

    @Test
    void noMinuteHoldsMoreTokensThanTheLimit() {
        int limit = 90_000;
        Quota quota = new Quota(
                new Limits(OptionalInt.empty(), OptionalLong.of(limit), OptionalInt.empty()), false, time.time);
        SplittableRandom random = new SplittableRandom(4);
        List<double[]> sent = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            long actual = 50 + random.nextInt(900);
            // What is used is known a few seconds after it was sent, and is less than the estimate.
            quota.acquire(actual + random.nextInt(600)).subscribe(permit -> {
                sent.add(new double[] {time.seconds(), actual});
                Mono.delay(Duration.ofSeconds(1 + random.nextInt(4)), time.scheduler)
                        .subscribe(tick -> permit.settle(actual));
            });
        }
        time.advance(Duration.ofMinutes(6));

        double most = 0;
        double all = 0;
        for (double[] start : sent) {
            all += start[1];
            most = Math.max(
                    most,
                    sent.stream()
                            .filter(each -> each[0] >= start[0] && each[0] < start[0] + 60)
                            .mapToDouble(each -> each[1])
                            .sum());
        }
        System.out.printf(
                "limit %d tokens/min: most in any 60 s %.0f, used %.1f %%%n", limit, most, all / 6 / limit * 100);
        assertThat(most).isLessThanOrEqualTo(limit);
        assertThat(all / 6).isGreaterThanOrEqualTo(0.9 * limit);
    }

    @Test
    void aRequestAboveTheCapacityStillGoesAndIsPaidBack() {
        Quota quota =
                new Quota(new Limits(OptionalInt.empty(), OptionalLong.of(600), OptionalInt.empty()), false, time.time);
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            quota.acquire(1_000).subscribe(permit -> {
                sent.add(time.seconds());
                permit.settle(1_000);
            });
        }
        time.advance(Duration.ofMinutes(20));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2) - sent.get(1)).isGreaterThan(90);
    }

    @Test
    void whoeverCancelsGivesItsPlaceUpAndTheLimitIsStillUsed() {
        int limit = 600;
        Quota quota = quota(limit, 50);
        SplittableRandom random = new SplittableRandom(7);
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            Disposable call = quota.acquire(10)
                    .flatMap(permit -> {
                        sent.add(time.seconds());
                        return Mono.delay(Duration.ofMillis(500 + random.nextInt(1_000)), time.scheduler)
                                .doOnNext(tick -> permit.settle(10))
                                .doFinally(signal -> permit.release());
                    })
                    .subscribe();
            if (random.nextInt(10) < 3) {
                time.scheduler.schedule(
                        call::dispose, random.nextInt(360_000), java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
        time.advance(Duration.ofMinutes(5));
        double use = sent.size() / 5.0 / limit;
        System.out.printf("30 %% cancelled: used %.1f %%, most in any 60 s %d%n", use * 100, mostIn(60, sent));
        assertThat(use).isGreaterThanOrEqualTo(0.9);
        assertThat(mostIn(60, sent)).isLessThanOrEqualTo(limit);

        time.advance(Duration.ofMinutes(30));
        assertThat(quota.inFlight()).isZero();
        assertThat(quota.waiting()).isZero();
    }

    @Test
    void earlierRowsGoFirstAndEqualsInTheOrderTheyCame() {
        Quota quota = quota(60, 10);
        List<String> order = new ArrayList<>();
        quota.acquire(0).subscribe(Permit::release);
        for (int row : new int[] {3, 1, 2}) {
            for (String step : new String[] {"a", "b"}) {
                quota.acquire(0).contextWrite(CallPriority.of(row)).subscribe(permit -> order.add(row + step));
            }
        }
        quota.acquire(0).subscribe(permit -> order.add("last"));
        time.advance(Duration.ofMinutes(1));
        assertThat(order).containsExactly("1a", "1b", "2a", "2b", "3a", "3b", "last");
    }

    @Test
    void nothingLeavesDuringAPause() {
        Quota quota = quota(6_000, 100);
        quota.pause(Duration.ofSeconds(30));
        List<Double> sent = new ArrayList<>();
        quota.acquire(0).subscribe(permit -> sent.add(time.seconds()));
        time.advanceSeconds(29.9);
        assertThat(sent).isEmpty();
        time.advanceSeconds(0.2);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aRefusalPausesBeforeAnyoneElseIsLetThrough() {
        Quota quota = quota(6_000, 1);
        List<Permit> held = new ArrayList<>();
        quota.acquire(0).subscribe(held::add);
        quota.acquire(0).subscribe(held::add);
        assertThat(held).hasSize(1);

        held.get(0).refused(Optional.of(Duration.ofSeconds(5)));
        assertThat(held).hasSize(1);
        time.advanceSeconds(5.01);
        assertThat(held).hasSize(2);
    }

    @Test
    void aRefusalCutsTheRateOnceForAllCallsThatWereUnderWay() {
        Quota quota = quota(60_000, 1_000);
        List<Permit> first = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            quota.acquire(0).subscribe(first::add);
        }
        time.advanceSeconds(1);
        assertThat(first).hasSize(100);
        first.forEach(permit -> permit.refused(Optional.of(Duration.ofSeconds(1))));
        time.advanceSeconds(1);

        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            quota.acquire(0).subscribe(permit -> {
                sent.add(time.seconds());
                permit.settle(0);
            });
        }
        time.advanceSeconds(1);
        assertThat(sent.size()).isBetween(600, 1_060);
    }

    @Test
    void aProviderThatDoesNotSayHowLongToWaitIsAskedMoreAndMoreSeldom() {
        Quota quota = quota(6_000, 1);
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            quota.acquire(0).subscribe(permit -> {
                sent.add(time.seconds());
                permit.refused(Optional.empty());
            });
        }
        time.advance(Duration.ofHours(1));
        assertThat(sent).hasSize(12);
        assertThat(sent.get(11) - sent.get(10)).isGreaterThan(4 * (sent.get(3) - sent.get(2)));
    }

    @Test
    void aRefusalAmongManyAcceptedCallsDoesNotCutTheRate() {
        Quota quota = quota(6_000, 100);
        int[] sent = {0};
        for (int i = 0; i < 2_000; i++) {
            quota.acquire(0).subscribe(permit -> {
                if (++sent[0] % 50 == 0) {
                    permit.refused(Optional.of(Duration.ofSeconds(1)));
                } else {
                    permit.settle(0);
                }
            });
        }
        time.advanceSeconds(10);
        assertThat(sent[0]).isGreaterThanOrEqualTo(950);
    }

    @Test
    void aHandfulGoesAtOnceAndTheFirstAnswerOpensTheDoor() {
        Quota quota = new Quota(Limits.none(), true, time.time);
        List<Permit> sent = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            quota.acquire(100).subscribe(sent::add);
        }
        assertThat(sent).hasSize(16);
        time.advanceSeconds(0.2);
        assertThat(sent.size()).isLessThan(20);
        sent.get(3).settle(50);
        assertThat(sent).hasSize(257);
        assertThat(quota.inFlight()).isEqualTo(256);
    }

    @Test
    void aSlowFirstAnswerDoesNotHoldTheRestBackForLong() {
        Quota quota = new Quota(Limits.none(), true, time.time);
        List<Permit> sent = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            quota.acquire(100).subscribe(sent::add);
        }
        time.advanceSeconds(4.1);
        assertThat(sent).hasSize(256);
    }

    @Test
    void theHeadersOfTheFirstAnswerTellTheLimitAndWhatIsLeft() {
        Quota quota = new Quota(Limits.none(), true, time.time);
        List<Permit> sent = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            quota.acquire(0).subscribe(sent::add);
        }
        time.advanceSeconds(0.2);
        int before = sent.size();
        quota.observe(requests(6_000, 90, Duration.ofMillis(100)));
        // 90 are left at the provider, less those that it had not counted yet.
        assertThat(sent.size() - before).isBetween(60, 90 - before + 16);
        assertThat(quota.requestsPerMinute()).hasValue(6_000);
        int burst = sent.size();
        sent.forEach(permit -> permit.settle(0));
        time.advanceSeconds(1);
        assertThat(sent.size() - burst).isBetween(97, 101);
    }

    @Test
    void anAllowanceForADayIsNotTakenForOneOfAMinute() {
        Quota quota = new Quota(Limits.none(), true, time.time);
        quota.observe(requests(14_400, 14_370, Duration.ofSeconds(180)));
        assertThat(quota.requestsPerMinute()).isEmpty();
    }

    @Test
    void theOperatorsOwnLimitIsNeverRaised() {
        Quota quota = quota(100, 10);
        quota.observe(requests(6_000, 5_999, Duration.ofMillis(10)));
        assertThat(quota.requestsPerMinute()).hasValue(100);
        quota.observe(requests(50, 49, Duration.ofSeconds(1)));
        assertThat(quota.requestsPerMinute()).hasValue(50);
    }

    @Test
    void aHundredThousandWaitersWhoAreServedAtOnceDoNotOverflowTheStack() {
        Quota quota = quota(Integer.MAX_VALUE, 1);
        List<Permit> first = new ArrayList<>();
        quota.acquire(0).subscribe(first::add);
        int[] served = {0};
        for (int i = 0; i < 100_000; i++) {
            quota.acquire(0).subscribe(permit -> {
                served[0]++;
                permit.settle(0);
            });
        }
        first.get(0).settle(0);
        assertThat(served[0]).isEqualTo(100_000);
    }

    @Test
    void endingAPermitTwiceGivesBackOnePlace() {
        Quota quota = quota(6_000, 5);
        List<Permit> held = new ArrayList<>();
        quota.acquire(0).subscribe(held::add);
        held.get(0).settle(0);
        held.get(0).release();
        held.get(0).refused(Optional.empty());
        assertThat(quota.inFlight()).isZero();
    }

    @Test
    void aProviderThatThrowsAtOnceGivesItsPlaceBack() {
        Quota quota = quota(6_000, 1);
        Breaker breaker = new Breaker("fake:model", quota, time.time);
        LimitedModel model = new LimitedModel(
                request -> {
                    throw new IllegalStateException("a mistake");
                },
                quota,
                breaker);
        Calls calls = Calls.make(1, 1, model, time);
        assertThat(calls.failed).hasSize(1);
        assertThat(quota.inFlight()).isZero();
    }

    @Test
    void aLostAccountFailsWhoeverWaits() {
        Quota quota = quota(1, 1);
        List<Throwable> failed = new ArrayList<>();
        quota.acquire(0).subscribe();
        quota.acquire(0).subscribe(permit -> {}, failed::add);
        quota.close(new IllegalStateException("lost"));
        quota.acquire(0).subscribe(permit -> {}, failed::add);
        assertThat(failed).hasSize(2);
    }

    private Quota quota(int requestsPerMinute, int inFlight) {
        return new Quota(
                new Limits(OptionalInt.of(requestsPerMinute), OptionalLong.empty(), OptionalInt.of(inFlight)),
                true,
                time.time);
    }

    private static RateHeaders requests(long limit, long left, Duration reset) {
        return new RateHeaders(
                OptionalLong.of(limit),
                OptionalLong.of(left),
                Optional.of(reset),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static int mostIn(double seconds, List<Double> sent) {
        int most = 0;
        for (int from = 0, to = 0; to < sent.size(); to++) {
            while (sent.get(from) <= sent.get(to) - seconds + 1e-6) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
