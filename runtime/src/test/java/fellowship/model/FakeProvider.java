package fellowship.model;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.model.http.RateHeaders;
import fellowship.model.http.RateListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import reactor.core.publisher.Mono;

/**
 * A provider with a limit on requests in any 60 seconds, by a sliding window that is counted by itself and not by what
 * is tested, and with latency and failures from a seed.
 */
final class FakeProvider implements ChatModel {

    final List<Double> arrivals = new ArrayList<>();
    final List<Double> refusals = new ArrayList<>();
    final Set<ChatRequest> distinct = new HashSet<>();
    private final Map<ChatRequest, Integer> tries = new HashMap<>();

    /** Requests in any 60 seconds; 0: no limit. */
    int limit;

    /** Whether the limit is enforced by a bucket that saves up a second, as some providers do, and not by a window. */
    boolean bySecond;

    boolean headers;
    double failing;

    /** Draws that fail at every try. */
    IntPredicate poison = draw -> false;

    double refusing;
    double latency = 1;
    double refusalLatency = 0.1;
    Optional<Duration> retryAfter = Optional.of(Duration.ofSeconds(1));
    RateListener listener = RateListener.NONE;

    private final VirtualTime time;
    private final SplittableRandom random;
    private final Deque<Double> window = new ArrayDeque<>();
    private double level = Double.NaN;
    private double levelAt;

    FakeProvider(VirtualTime time, long seed) {
        this.time = time;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Mono<Completion> complete(ChatRequest request) {
        return Mono.defer(() -> {
            double now = time.seconds();
            arrivals.add(now);
            distinct.add(request);
            tries.merge(request, 1, Integer::sum);
            boolean admitted = admit(now);
            RateHeaders said = headers();
            double takes = latency * (0.5 + random.nextDouble());
            boolean fails = random.nextDouble() < failing || poison.test(request.draw());
            Optional<Duration> wait = admitted || bySecond ? retryAfter : untilRoom(now);
            boolean refuses = !admitted || random.nextDouble() < refusing;
            if (refuses) {
                refusals.add(now);
            }
            return Mono.delay(Duration.ofNanos((long) ((refuses ? refusalLatency : takes) * 1e9)), time.scheduler)
                    .flatMap(tick -> {
                        listener.observed(said);
                        if (refuses) {
                            return Mono.error(new ModelException("rate-limited", Reaction.SLOW, wait, "429", ""));
                        }
                        if (fails) {
                            return Mono.error(new ModelException("server-error", Reaction.RETRY, "500"));
                        }
                        return Mono.just(Completion.of("ok", Usage.of(10, 10), "fake"));
                    });
        });
    }

    /** How often each call was sent. */
    Map<ChatRequest, Integer> tries() {
        return tries;
    }

    /** Most arrivals in any 60 seconds. */
    int mostInAMinute() {
        int most = 0;
        for (int from = 0, to = 0; to < arrivals.size(); to++) {
            while (arrivals.get(from) <= arrivals.get(to) - 60 + 1e-9) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private boolean admit(double now) {
        if (limit == 0) {
            return true;
        }
        if (bySecond) {
            double full = Math.max(1, limit / 60.0);
            level = Double.isNaN(level) ? full : Math.min(full, level + limit / 60.0 * (now - levelAt));
            levelAt = now;
            if (level < 1) {
                return false;
            }
            level--;
            return true;
        }
        while (!window.isEmpty() && window.peekFirst() <= now - 60) {
            window.removeFirst();
        }
        if (window.size() >= limit) {
            return false;
        }
        window.addLast(now);
        return true;
    }

    /** As such providers tell it: until the oldest call leaves the window. */
    private Optional<Duration> untilRoom(double now) {
        return Optional.of(Duration.ofMillis((long) Math.ceil((window.getFirst() + 60 - now) * 1000)));
    }

    private RateHeaders headers() {
        if (!headers || limit == 0) {
            return RateHeaders.NONE;
        }
        double left = bySecond ? level : limit - window.size();
        return new RateHeaders(
                OptionalLong.of(limit),
                OptionalLong.of((long) Math.max(0, left)),
                Optional.of(Duration.ofMillis((long) (1000 * (limit - left) / (limit / 60.0)))),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
