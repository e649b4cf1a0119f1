package fellowship.simulator;

import fellowship.chat.ChatRequest;
import fellowship.config.Price;
import fellowship.model.Worst;
import fellowship.model.http.SimulatedWire.Answer;
import fellowship.model.http.SimulatedWire.Progress;
import fellowship.simulator.World.Ending;
import fellowship.simulator.World.Said;
import fellowship.store.RequestKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The other side of the network: says to each request what the world says, late, and does wrong what the conditions say.
 * It outlives the processes that ask it, and keeps its own books of what it was asked and what it bills.
 */
final class Provider {

    static final Price PRICE = new Price(1, 3);

    private static final Duration NEVER = Duration.ofHours(2);

    private final World world;
    private final Conditions conditions;
    private final EventTime time;
    private final Watch watch;
    private boolean hears = true;
    private final Map<RequestKey, Integer> met = new HashMap<>();
    private final Map<RequestKey, SplittableRandom> dice = new HashMap<>();

    Provider(World world, Conditions conditions, EventTime time, Watch watch) {
        this.world = world;
        this.conditions = conditions;
        this.time = time;
        this.watch = watch;
    }

    /** Whether what comes now comes from a process that lives: one that is being thrown away may send no more. */
    void hear(boolean living) {
        hears = living;
    }

    Mono<Answer> answer(ChatRequest request, Progress progress) {
        return Mono.defer(() -> {
            if (!hears) {
                return Mono.never();
            }
            RequestKey key = RequestKey.of(request);
            Said said = world.answer(key, request);
            Sending sending = new Sending(
                    request.model().provider(),
                    key,
                    said,
                    Worst.micros(request, PRICE),
                    PRICE.micros(said.usage().inputTokens(), said.usage().outputTokens()));
            watch.arrived(sending);
            SplittableRandom random = dice.computeIfAbsent(
                    key,
                    same -> new SplittableRandom(
                            conditions.seed() ^ ByteBuffer.wrap(key.bytes()).getLong()));
            Mono<Answer> made = outcome(sending, random, progress);
            return made.doOnCancel(() -> watch.unknown(sending));
        });
    }

    /** One request on its way, with what it may and what it does cost in millionths of a dollar. */
    record Sending(String account, RequestKey key, Said said, long worst, long cost) {}

    private Mono<Answer> outcome(Sending sending, SplittableRandom random, Progress progress) {
        Duration at = time.elapsed();
        Duration takes = Duration.ofNanos((long)
                (conditions.latency().toNanos() * (0.3 + random.nextDouble()) * (random.nextInt(50) == 0 ? 6 : 1)));
        progress.sending();
        if (conditions.lost().holds(at)) {
            watch.lost(sending);
            return later(Duration.ofMillis(80)).map(tick -> {
                watch.refused(sending, Duration.ZERO);
                return error(429, "insufficient_quota", Map.of());
            });
        }
        if (conditions.outage().holds(at)) {
            return later(Duration.ofMillis(80)).map(tick -> {
                watch.failed(sending, false, true);
                return error(500, "out-of-order", Map.of());
            });
        }
        if (sending.said().ending() == Ending.FAILING) {
            return later(takes).map(tick -> {
                watch.failed(sending, false, false);
                return error(500, "always", Map.of());
            });
        }
        if (sending.said().ending() == Ending.FORBIDDEN) {
            return later(takes).map(tick -> {
                watch.refused(sending, Duration.ZERO);
                return error(400, "content_policy_violation", Map.of());
            });
        }
        Kind kind = kind(sending, random);
        if (kind != null) {
            met.merge(sending.key(), 1, Integer::sum);
            watch.fault(kind);
            return wrong(kind, sending, takes, random, progress);
        }
        return later(takes).map(tick -> {
            progress.answering(200);
            watch.answered(sending);
            return new Answer(200, Map.of(), sending.said().body());
        });
    }

    /** A call meets one kind only, so that what its table row says of tries holds. */
    private @Nullable Kind kind(Sending sending, SplittableRandom random) {
        Kind[] kinds = Kind.values();
        Kind own = kinds[Math.floorMod(Arrays.hashCode(sending.key().bytes()) ^ (int) conditions.seed(), kinds.length)];
        double rate = conditions.rates().getOrDefault(own, 0.0) * kinds.length / 3;
        boolean meets = random.nextDouble() < rate && met.getOrDefault(sending.key(), 0) < own.most;
        return meets ? own : null;
    }

    private Mono<Answer> wrong(Kind kind, Sending sending, Duration takes, SplittableRandom random, Progress progress) {
        return switch (kind) {
            case SERVER_ERROR -> status(sending, takes, error(500, "oops", Map.of()));
            case OVERLOADED -> status(sending, takes, error(529, "overloaded_error", Map.of()));
            case GATEWAY -> status(sending, takes, new Answer(502, Map.of(), bytes("<html><h1>Bad gateway</h1>")));
            case REFUSED_SECONDS ->
                status(
                        sending,
                        takes,
                        error(429, "rate_limit_exceeded", Map.of("retry-after", "" + (1 + random.nextInt(30)))));
            case REFUSED_DATE ->
                status(sending, takes, error(429, "rate_limit_exceeded", Map.of("retry-after", date(random))));
            case REFUSED_NONSENSE ->
                status(sending, takes, error(429, "rate_limit_exceeded", Map.of("retry-after", "1e400 <b>NaN</b>")));
            case LOST ->
                later(takes).flatMap(tick -> {
                    watch.failed(sending, random.nextBoolean(), false);
                    return Mono.error(new IOException("connection reset"));
                });
            case CUT ->
                later(takes).flatMap(tick -> {
                    progress.answering(200);
                    watch.failed(sending, random.nextBoolean(), false);
                    return Mono.error(new IOException("closed before all of it came"));
                });
            case SLOW -> later(NEVER).then(Mono.never());
            case NOT_JSON -> status(sending, takes, new Answer(200, Map.of(), bytes("{\"choices\": [{\"mess")));
            case EMPTY -> status(sending, takes, new Answer(200, Map.of(), bytes("{\"choices\": []}")));
        };
    }

    private Mono<Answer> status(Sending sending, Duration takes, Answer answer) {
        return later(takes).map(tick -> {
            if (answer.status() == 429) {
                watch.refused(sending, asked(answer.headers().getOrDefault("retry-after", "")));
            } else {
                watch.failed(sending, answer.status() == 200, false);
            }
            return answer;
        });
    }

    /** How long an answer asks to wait, as we meant it. */
    private Duration asked(String header) {
        if (header.matches("[0-9]+")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        return header.endsWith("GMT")
                ? Duration.between(time.time().now(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)))
                : Duration.ZERO;
    }

    private Mono<Long> later(Duration takes) {
        return Mono.delay(takes, time);
    }

    private String date(SplittableRandom random) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.time().now().plusSeconds(random.nextInt(60) - 10).atOffset(ZoneOffset.UTC));
    }

    private static Answer error(int status, String code, Map<String, String> headers) {
        return new Answer(
                status, headers, bytes("{\"error\": {\"code\": \"" + code + "\", \"message\": \"simulated\"}}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
