package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ModelRef;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.ProviderSettings;
import fellowship.config.ProviderSettings.Protocol;
import fellowship.model.Accounts.Lane;
import fellowship.model.http.RateHeaders;
import fellowship.proof.Proof;
import fellowship.seam.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What models share, and what they do not. */
class AccountsTest {

    private static final String HERE = "https://provider.example/v1";

    private final VirtualTime time = new VirtualTime();
    private final Map<String, String> environment = Map.of("ONE", "secret-1", "SAME", "secret-1", "OTHER", "secret-2");
    private final Accounts accounts = new Accounts(time.time, Peers.NONE, environment);

    @Test
    void modelsUnderOneKeyAtOneHostShareWhatTheOperatorAllows() {
        Quota one = lane("a", HERE, "ONE", 600).quota();
        Quota other = lane("b", HERE + "/beta", "SAME", 600).quota();
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            (i % 2 == 0 ? one : other).acquire(0).subscribe(permit -> {
                sent.add(time.seconds());
                permit.settle(0);
            });
        }
        time.advance(Duration.ofMinutes(2));
        assertThat(sent.size()).isBetween(1_150, 1_201);
    }

    @Test
    void anotherKeyOrAnotherHostIsAnotherAccount() {
        Lane one = lane("a", HERE, "ONE", 600);
        assertThat(lane("a", HERE, "OTHER", 600).pool()).isNotSameAs(one.pool());
        assertThat(lane("a", "https://elsewhere.example/v1", "ONE", 600).pool()).isNotSameAs(one.pool());
    }

    @Test
    void twoNamesOfOneModelShareItsHealthAndItsFurtherTriesAreTheAccounts() {
        Lane one = lane("a", HERE, "ONE", 600);
        assertThat(lane("a", HERE, "SAME", 600)).isSameAs(one);
        Lane other = lane("b", HERE, "ONE", 600);
        assertThat(other.breaker()).isNotSameAs(one.breaker());
        assertThat(other.retries()).isSameAs(one.retries());
    }

    @Test
    void modelsThatAreToldTheSameLimitsAreCountedTogether() {
        Quota one = lane("a", HERE, "ONE", 0).quota();
        Quota other = lane("b", HERE, "ONE", 0).quota();
        one.observe(told(600));
        other.observe(told(600));
        assertThat(sentInAMinute(one, other)).isBetween(580, 615);
    }

    @Test
    void modelsThatAreToldDifferentLimitsAreCountedApart() {
        Quota one = lane("a", HERE, "ONE", 0).quota();
        Quota other = lane("b", HERE, "ONE", 0).quota();
        one.observe(told(600));
        other.observe(told(1_200));
        assertThat(one.requestsPerMinute()).hasValue(600);
        assertThat(other.requestsPerMinute()).hasValue(1_200);
        assertThat(sentInAMinute(one, other)).isBetween(1_750, 1_830);
    }

    @Test
    void aSlowProviderDoesNotHoldUpAFastOneInTheSameRun() {
        Lane slow = lane("slow", "https://slow.example/v1", "ONE", 0);
        Lane fast = lane("fast", HERE, "ONE", 0);
        double alone = finish(false, new AccountsTest());
        double beside = finish(true, this);
        Proof.figure(
                "fast-provider-beside-a-slow-one", String.format(Locale.ROOT, "%.2f s, alone %.2f s", beside, alone));
        assertThat(beside).isLessThanOrEqualTo(1.02 * alone);
        assertThat(slow.quota().waiting()).isPositive();
        assertThat(fast.quota().waiting()).isZero();
    }

    @Test
    void aSlowModelDoesNotHoldUpAFastOneOfTheSameAccount() {
        Quota slow = lane("slow", HERE, "ONE", 0).quota();
        Quota fast = lane("fast", HERE, "ONE", 0).quota();
        slow.observe(told(60));
        fast.observe(told(6_000));
        int[] sent = {0, 0};
        for (int i = 0; i < 6_000; i++) {
            slow.acquire(0).contextWrite(CallPriority.of(i)).subscribe(permit -> {
                sent[0]++;
                permit.settle(0);
            });
            fast.acquire(0).contextWrite(CallPriority.of(i)).subscribe(permit -> {
                sent[1]++;
                permit.settle(0);
            });
        }
        time.advance(Duration.ofSeconds(30));
        assertThat(sent[0]).isBetween(29, 31);
        assertThat(sent[1]).isGreaterThan(2_900);
    }

    /** 3,000 calls to a fast provider; beside them as many to one that takes 60 a minute. */
    private static double finish(boolean both, AccountsTest at) {
        Lane slow = at.lane("slow", "https://slow.example/v1", "ONE", 0);
        Lane fast = at.lane("fast", HERE, "ONE", 0);
        FakeProvider limited = at.provider(60, slow);
        FakeProvider quick = at.provider(6_000, fast);
        if (both) {
            Calls.make(3_000, 1_000, at.model(limited, slow), at.time);
        }
        Calls calls = Calls.make(3_000, 1_000, at.model(quick, fast), at.time);
        at.time.advance(Duration.ofMinutes(1));
        assertThat(calls.answered).hasSize(3_000);
        return calls.answeredAt.get(2_999);
    }

    private FakeProvider provider(int limit, Lane lane) {
        FakeProvider provider = new FakeProvider(time, 3);
        provider.limit = limit;
        provider.bySecond = true;
        provider.headers = true;
        provider.latency = 0.2;
        provider.listener = lane.quota()::observe;
        return provider;
    }

    private RetryingModel model(FakeProvider provider, Lane lane) {
        return new RetryingModel(
                new LimitedModel(provider, lane.quota(), lane.breaker()),
                RetryPolicy.STANDARD,
                lane.retries(),
                lane.breaker(),
                time.time,
                Dice.of(1),
                CallObserver.NONE);
    }

    private int sentInAMinute(Quota... quotas) {
        int[] sent = {0};
        for (int i = 0; i < 3_000; i++) {
            quotas[i % quotas.length].acquire(0).subscribe(permit -> {
                sent[0]++;
                permit.settle(0);
            });
        }
        time.advance(Duration.ofMinutes(1));
        return sent[0];
    }

    private Lane lane(String model, String url, String variable, int rpm) {
        Limits limits = new Limits(
                rpm == 0 ? OptionalInt.empty() : OptionalInt.of(rpm), OptionalLong.empty(), OptionalInt.empty());
        ProviderSettings settings = new ProviderSettings(
                "lab",
                Protocol.OPENAI,
                url,
                new KeySource.Env(variable),
                List.of(),
                Map.of(),
                limits,
                Map.of(),
                Duration.ofSeconds(10),
                Optional.empty());
        ModelRef ref = new ModelRef("lab", model);
        accounts.expect(ref, settings);
        return accounts.lane(ref, settings);
    }

    private static RateHeaders told(long limit) {
        return new RateHeaders(
                OptionalLong.of(limit),
                OptionalLong.of(limit - 1),
                Optional.of(Duration.ofMillis(100)),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
