package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.config.ProviderSettings;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.ProxyProvider;

/**
 * The client of one provider, set up once.
 *
 * @param base the provider's URL without a slash at its end
 */
record Line(HttpClient client, ConnectionProvider pool, Optional<ApiKey> key, String base) {

    private static final int IN_FLIGHT = 256;
    private static final int CONNECT_MILLIS = 15_000;
    private static final int MOST_HEADER_BYTES = 65_536;
    /** Below what servers commonly keep a connection for, so that we close first. */
    private static final Duration IDLE = Duration.ofSeconds(25);

    static Line open(ProviderSettings settings, Map<String, String> environment) {
        URI base = base(settings);
        Optional<ApiKey> key = new KeyReader(environment).read(settings);
        checkHost(settings, base, key);
        ConnectionProvider pool = pool(settings);
        HttpClient client = HttpClient.create(pool)
                .disableRetry(true)
                .followRedirect(false)
                .keepAlive(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .httpResponseDecoder(spec -> spec.maxHeaderSize(MOST_HEADER_BYTES))
                .doOnChannelInit((observer, channel, address) -> passOverInterim(channel.pipeline()))
                .headers(headers -> {
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
                });
        if (base.getScheme().equals("https")) {
            client = Trust.of(environment).map(client::secure).orElse(client);
        }
        return new Line(
                throughProxy(client, base, environment),
                pool,
                key,
                settings.url().replaceAll("/+$", ""));
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
        URI base = URI.create(settings.url());
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!web || base.getHost() == null || base.getUserInfo() != null) {
            throw new IllegalArgumentException("the url of provider " + settings.name()
                    + " must be http(s)://host[:port][/path] without a user, was " + base.getScheme() + "://"
                    + base.getHost());
        }
        return base;
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

    private static HttpClient throughProxy(HttpClient client, URI base, Map<String, String> environment) {
        return Proxy.of(base, environment)
                .map(proxy -> client.proxy(spec -> {
                    ProxyProvider.Builder to = spec.type(ProxyProvider.Proxy.HTTP)
                            .host(proxy.host())
                            .port(proxy.port());
                    proxy.user().ifPresent(user -> to.username(user).password(name -> proxy.password()));
                }))
                .orElse(client);
    }
}
