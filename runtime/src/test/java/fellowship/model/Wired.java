package fellowship.model;

import fellowship.chat.ModelRef;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.model.http.RateListener;
import fellowship.seam.Time;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.scheduler.Schedulers;

/** Providers for tests over real sockets. */
public final class Wired {

    public static final String VARIABLE = "TEST_KEY";
    public static final String KEY = "sk-canary-7f3a9c51d2e84b60a7d1";
    public static final Time TIME = new Time(Schedulers.parallel(), Clock.systemUTC());

    private Wired() {}

    public static ProviderSettings settings(ProviderSettings.Protocol protocol, String url, Duration timeout) {
        return settings(protocol, url, timeout, List.of());
    }

    public static ProviderSettings settings(
            ProviderSettings.Protocol protocol, String url, Duration timeout, List<String> hosts) {
        return new ProviderSettings(
                "local",
                protocol,
                url,
                new KeySource.Env(VARIABLE),
                hosts,
                Map.of(),
                Limits.none(),
                Map.of("*", Price.FREE),
                timeout,
                Optional.empty());
    }

    public static OpenProvider open(ProviderSettings settings, RateListener listener, String key) {
        return Providers.open(
                settings, new ModelRef("local", "m"), Path.of("."), TIME, listener, Map.of(VARIABLE, key));
    }
}
