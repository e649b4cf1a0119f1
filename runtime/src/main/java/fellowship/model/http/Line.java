package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.config.KeySource;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.ProxyProvider;

/**
 * The client of one provider, set up once for each key that it gets.
 *
 * @param secrets the key and whatever else must not be shown
 * @param base the provider's URL without a slash at its end
 * @param generation how many keys there were before this one
 */
record Line(
        HttpClient client,
        ConnectionProvider pool,
        Optional<ApiKey> key,
        Secrets secrets,
        String base,
        int generation) {

    private static final int IN_FLIGHT = 256;
    private static final int CONNECT_MILLIS = 15_000;
    private static final int MOST_HEADER_BYTES = 65_536;
    /** Below what servers commonly keep a connection for, so that we close first. */
    private static final Duration IDLE = Duration.ofSeconds(25);

    private static final Pattern SECRET_NAME =
            Pattern.compile("auth|key|token|secret|pass|cookie|credential", Pattern.CASE_INSENSITIVE);

    static Line open(ProviderSettings settings, Map<String, String> environment) {
        URI base = base(settings);
        Optional<ApiKey> key = new KeyReader(environment).read(settings);
        checkHost(settings, base, key);
        return open(settings, environment, pool(settings), key, 0);
    }

    /** The same with the key read anew; empty where that can bring no other, or has brought none. */
    Optional<Line> renewed(ProviderSettings settings, Map<String, String> environment) {
        boolean fixed = settings.key() instanceof KeySource.Env || settings.key() instanceof KeySource.None;
        return fixed
                ? Optional.empty()
                : new KeyReader(environment)
                        .read(settings)
                        .filter(fresh -> key.map(ApiKey::value).stream().noneMatch(fresh.value()::equals))
                        .map(fresh -> open(settings, environment, pool, Optional.of(fresh), generation + 1));
    }

    private static Line open(
            ProviderSettings settings,
            Map<String, String> environment,
            ConnectionProvider pool,
            Optional<ApiKey> key,
            int generation) {
        URI base = base(settings);
        Optional<Proxy> proxy = Proxy.of(base, environment);
        HttpClient client = HttpClient.create(pool)
                .disableRetry(true)
                .followRedirect(false)
                .keepAlive(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .httpResponseDecoder(spec -> spec.maxHeaderSize(MOST_HEADER_BYTES))
                .doOnChannelInit((observer, channel, address) -> passOverInterim(channel.pipeline()))
                .headers(headers -> write(headers, settings, key));
        if (base.getScheme().equals("https")) {
            client = Trust.of(environment).map(client::secure).orElse(client);
        }
        HttpClient direct = client;
        return new Line(
                proxy.map(through -> through(through, direct)).orElse(direct),
                pool,
                key,
                secrets(settings, key, proxy),
                settings.url().replaceAll("/+$", ""),
                generation);
    }

    private static void write(HttpHeaders headers, ProviderSettings settings, Optional<ApiKey> key) {
        headers.set(HttpHeaderNames.USER_AGENT, "fellowship");
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
        headers.set(HttpHeaderNames.ACCEPT, "application/json");
        headers.set(HttpHeaderNames.ACCEPT_ENCODING, "identity");
        key.ifPresent(present -> {
            switch (settings.protocol()) {
                case ANTHROPIC -> headers.set("x-api-key", present.value());
                default -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + present.value());
            }
        });
        if (settings.protocol() == ProviderSettings.Protocol.ANTHROPIC) {
            headers.set("anthropic-version", "2023-06-01");
        }
        settings.headers().forEach(headers::set);
    }

    private static Secrets secrets(ProviderSettings settings, Optional<ApiKey> key, Optional<Proxy> proxy) {
        List<String> values = new ArrayList<>();
        key.map(ApiKey::value).ifPresent(values::add);
        settings.headers().forEach((name, value) -> {
            if (SECRET_NAME.matcher(name).find()) {
                values.add(value.replaceFirst("^(?i:bearer|basic)\\s+", ""));
            }
        });
        proxy.filter(named -> named.user().isPresent()).ifPresent(named -> {
            values.add(named.password());
            values.add(named.login());
        });
        return Secrets.of(values);
    }

    private static ConnectionProvider pool(ProviderSettings settings) {
        return ConnectionProvider.builder("fellowship-" + settings.name())
                .maxConnections(settings.limits().inFlight().orElse(IN_FLIGHT))
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(Duration.ofDays(1))
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .lifo()
                .build();
    }

    private static void passOverInterim(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            pipeline.addAfter(NettyPipeline.HttpCodec, "fellowship.interim", new InterimFilter());
        }
    }

    private static URI base(ProviderSettings settings) {
        URI base = uri(settings.url());
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        boolean bare = base.getUserInfo() == null && base.getQuery() == null && base.getFragment() == null;
        if (!web || base.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "the url of a provider must be http(s)://host[:port][/path], without user,"
                            + " password or ?query: a key goes under key, never into the url; this one is "
                            + base.getScheme() + "://" + base.getHost());
        }
        return base;
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            // Its own message would show the whole url.
            throw new IllegalArgumentException(
                    "the url of a provider cannot be read; write http(s)://host[:port][/path]");
        }
    }

    /** A key goes to its own hosts only. */
    private static void checkHost(ProviderSettings settings, URI base, Optional<ApiKey> key) {
        List<String> hosts = settings.hosts().isEmpty() ? List.of(base.getHost()) : settings.hosts();
        if (key.isPresent() && hosts.stream().noneMatch(base.getHost()::equalsIgnoreCase)) {
            throw foreign(settings.name(), base.getHost(), hosts);
        }
    }

    private static ModelException foreign(String name, String host, List<String> hosts) {
        return FaultTable.standard()
                .classify(FaultFacts.seen(
                        name,
                        Stage.CONNECT,
                        "foreign-host",
                        "it may go to " + String.join(", ", hosts) + ", not to " + host,
                        ""));
    }

    private static HttpClient through(Proxy proxy, HttpClient client) {
        return client.proxy(spec -> {
            ProxyProvider.Builder to =
                    spec.type(ProxyProvider.Proxy.HTTP).host(proxy.host()).port(proxy.port());
            proxy.user().ifPresent(user -> to.username(user).password(name -> proxy.password()));
        });
    }
}
