package fellowship.model;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/**
 * A provider of ours on the loopback address: {@code POST /v1/chat/completions} and {@code POST /v1/messages}, with
 * answers from the request's hash, latency, limits and faults; {@code GET /stats} counts what clients did. The model
 * {@code no-such-model} is not known to it. A message {@code Say exactly: X} is answered with X.
 */
public final class LoopbackProvider implements AutoCloseable {

    private final LoopbackOptions options;
    private final LoopbackStats stats = new LoopbackStats();
    private final DisposableServer server;
    private double allowance;
    private long refilled = System.nanoTime();

    private LoopbackProvider(LoopbackOptions options) {
        this.options = options;
        this.allowance = burst();
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(options.port())
                .route(routes -> routes.post("/v1/chat/completions", (in, out) -> answer(in, out, false))
                        .post("/v1/messages", (in, out) -> answer(in, out, true))
                        .get("/stats", (in, out) -> out.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                                .sendString(Mono.fromSupplier(stats::json))))
                .bindNow();
    }

    public static LoopbackProvider start(LoopbackOptions options) {
        return new LoopbackProvider(options);
    }

    /** The base URL that a client is given. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /** The counters of {@code GET /stats}. */
    public Map<String, Object> stats() {
        return stats.read();
    }

    private Mono<Void> answer(HttpServerRequest in, HttpServerResponse out, boolean anthropic) {
        return in.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> answer(in, out, anthropic, body));
    }

    private Mono<Void> answer(HttpServerRequest in, HttpServerResponse out, boolean anthropic, byte[] body) {
        long key = LoopbackStats.key(body);
        int attempt = stats.arrived(key);
        Random chance = new Random(options.seed() * 31 + key * 1_000_003 + attempt);
        Reply reply = reply(in, anthropic, body, key, chance);
        Mono<Void> sent = Mono.defer(() -> {
            stats.answered(key, reply.status());
            rates(out, anthropic);
            reply.headers().forEach(out::header);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            return out.status(reply.status())
                    .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(bytes.length))
                    .sendByteArray(Mono.just(bytes))
                    .then();
        });
        Mono<Void> waited =
                reply.status() == 0 ? Mono.<Void>never() : reply.status() == 429 ? sent : after(latency(chance), sent);
        return waited.doFinally(signal -> {
            stats.left();
            if (signal == SignalType.CANCEL) {
                stats.aborted();
            }
        });
    }

    private static Mono<Void> after(Duration wait, Mono<Void> then) {
        return wait.isZero() ? then : Mono.delay(wait).then(then);
    }

    private Duration latency(Random chance) {
        double factor = options.sigma() == 0 ? 1 : Math.exp(options.sigma() * chance.nextGaussian());
        return Duration.ofNanos((long) (options.latency().toNanos() * factor));
    }

    private record Reply(int status, Map<String, String> headers, String body) {
        static Reply error(boolean anthropic, int status, String type, String message) {
            return new Reply(status, Map.of(), LoopbackAnswer.error(anthropic, type, message));
        }
    }

    private Reply reply(HttpServerRequest in, boolean anthropic, byte[] body, long key, Random chance) {
        String sent = String.valueOf(in.requestHeaders().get(anthropic ? "x-api-key" : "authorization"));
        if (options.key().isPresent() && !sent.endsWith(options.key().get())) {
            return Reply.error(
                    anthropic,
                    401,
                    anthropic ? "authentication_error" : "invalid_api_key",
                    "Incorrect API key provided: " + sent.replace("Bearer ", ""));
        }
        if (!allowed()) {
            return refused(anthropic);
        }
        if (new Random(options.seed() + key).nextDouble() < options.poisoned()
                || chance.nextDouble() < options.errors()) {
            return Reply.error(anthropic, 500, "api_error", "The server had an error.");
        }
        if (chance.nextDouble() < options.refusals()) {
            return refused(anthropic);
        }
        if (chance.nextDouble() < options.hangs()) {
            return new Reply(0, Map.of(), "");
        }
        JsonNode json = LoopbackAnswer.json(body).orElse(null);
        if (json == null) {
            return Reply.error(anthropic, 400, "invalid_request_error", "The body is not JSON.");
        }
        LoopbackAsk ask = LoopbackAsk.read(json, anthropic);
        if (ask.model().equals("no-such-model")) {
            return Reply.error(
                    anthropic, 404, anthropic ? "not_found_error" : "model_not_found", "model: no-such-model");
        }
        LoopbackAnswer answer = LoopbackAnswer.to(ask, options);
        return new Reply(200, Map.of(), anthropic ? answer.anthropic(ask) : answer.openAi(ask));
    }

    private static Reply refused(boolean anthropic) {
        return new Reply(
                429,
                Map.of("retry-after", "0.05"),
                LoopbackAnswer.error(
                        anthropic, anthropic ? "rate_limit_error" : "rate_limit_exceeded", "Rate limit reached."));
    }

    private void rates(HttpServerResponse out, boolean anthropic) {
        if (options.rpm() > 0) {
            String left = Long.toString((long) Math.max(0, allowance));
            out.header(
                    anthropic ? "anthropic-ratelimit-requests-limit" : "x-ratelimit-limit-requests",
                    "" + options.rpm());
            out.header(anthropic ? "anthropic-ratelimit-requests-remaining" : "x-ratelimit-remaining-requests", left);
        }
    }

    private double burst() {
        return Math.max(1, options.rpm() / 60.0);
    }

    private synchronized boolean allowed() {
        if (options.rpm() == 0) {
            return true;
        }
        long now = System.nanoTime();
        allowance = Math.min(burst(), allowance + (now - refilled) / 60e9 * options.rpm());
        refilled = now;
        if (allowance < 1) {
            return false;
        }
        allowance -= 1;
        return true;
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(1));
    }

    /** Serves until it is killed; prints its URL. Options are words like {@code latency-ms=200}. */
    public static void main(String[] words) {
        LoopbackProvider provider = start(LoopbackOptions.parse(words));
        System.out.println(provider.url());
        provider.server.onDispose().block();
    }
}
