package fellowship.model;

import fellowship.chat.ModelRef;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.ProviderSettings;
import fellowship.config.ProviderSettings.Protocol;
import fellowship.seam.Time;
import fellowship.text.Sha256;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The accounts of a run. An account is a host and a key: whichever provider's section or URL names them, the limits that
 * the operator set, and the further tries, are shared. Below that each model has its own lane, whose limits are learned
 * and which is down or well by itself; two references to the same model share the lane.
 */
final class Accounts implements AutoCloseable {

    private final Time time;
    private final Peers peers;
    private final Map<String, String> environment;
    private final Map<String, Limits> limits = new HashMap<>();
    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<String, RetryBudget> retries = new HashMap<>();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final List<Runnable> leases = new ArrayList<>();

    /** One model of an account. */
    record Lane(Pool pool, Quota quota, RetryBudget retries, Breaker breaker) {}

    Accounts(Time time, Peers peers, Map<String, String> environment) {
        this.time = time;
        this.peers = peers;
        this.environment = environment;
    }

    /** Tells of a provider before any lane is opened: where two sections name one account, the stricter limits hold. */
    void expect(ModelRef ref, ProviderSettings settings) {
        limits.merge(name(ref, settings), settings.limits(), Accounts::stricter);
    }

    Lane lane(ModelRef ref, ProviderSettings settings) {
        String account = name(ref, settings);
        return lanes.computeIfAbsent(account + " " + ref.model(), name -> {
            boolean elsewhere = isElsewhere(settings);
            Pool pool = pools.computeIfAbsent(account, same -> pool(same, settings));
            Quota quota = new Quota(pool, elsewhere);
            RetryBudget shared = retries.computeIfAbsent(account, same -> new RetryBudget(time));
            return new Lane(pool, quota, shared, new Breaker(ref.toString(), quota, time));
        });
    }

    /** Most calls that can be at all providers at once. */
    int mostInFlight() {
        return pools.values().stream()
                .mapToInt(pool -> Math.min(
                        pool.most().orElse(Integer.MAX_VALUE),
                        lanes.values().stream()
                                .filter(lane -> lane.pool() == pool)
                                .mapToInt(lane -> lane.quota().mostInFlight())
                                .sum()))
                .sum();
    }

    @Override
    public void close() {
        leases.forEach(Runnable::run);
        leases.clear();
    }

    private Pool pool(String account, ProviderSettings settings) {
        Pool pool = new Pool(limits.getOrDefault(account, settings.limits()), time);
        if (isElsewhere(settings)) {
            leases.add(peers.join(Sha256.of(account).substring(0, 24), pool::share));
        }
        return pool;
    }

    private static boolean isElsewhere(ProviderSettings settings) {
        return settings.protocol() == Protocol.OPENAI || settings.protocol() == Protocol.ANTHROPIC;
    }

    /** The host and where the key comes from; a key in the environment by its digest, so that two names of it are one. */
    private String name(ModelRef ref, ProviderSettings settings) {
        if (!isElsewhere(settings)) {
            return ref.toString();
        }
        KeySource source = settings.key();
        String key = source instanceof KeySource.Env env
                ? "env " + Sha256.of(environment.getOrDefault(env.variable(), ""))
                : source.toString();
        return host(settings.url()) + " " + key;
    }

    private static String host(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() == null ? url : uri.getScheme() + "://" + uri.getAuthority();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static Limits stricter(Limits one, Limits other) {
        return new Limits(
                least(one.requestsPerMinute(), other.requestsPerMinute()),
                least(one.tokensPerMinute(), other.tokensPerMinute()),
                least(one.inFlight(), other.inFlight()));
    }

    private static OptionalInt least(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
                : one.isPresent() ? one : other;
    }

    private static OptionalLong least(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }
}
