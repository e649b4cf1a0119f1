package fellowship.model;

import fellowship.config.Limits;
import fellowship.model.http.RateHeaders;
import fellowship.seam.Time;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * What one account may send to one model: requests and tokens a minute, and calls in flight. Calls wait here for their
 * turn, lower {@link CallPriority} first and then in the order they came; one that is cancelled gives its place up.
 *
 * <p>What the operator did not configure is learned: from the headers of the answers where there are some, else from
 * refusals. It is own code because the ready-made limiters forget what a cancelled caller held, cannot give back
 * tokens that were estimated and not used, or read the machine's clock. One lock, one timer, no recursion.
 */
public final class Quota {

    /** Calls in flight to a provider elsewhere when the operator says nothing. */
    public static final int DEFAULT_IN_FLIGHT = 256;

    /** The longest that a refusal can pause an account. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final int FIRST_CALLS = 16;
    private static final long SECOND = 1_000_000_000L;
    private static final long SHORTEST_TIMER = SECOND / 1000;

    /** A day's allowance, say: what is full again only after so long is not a minute's limit. */
    private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(65);

    private final Time time;
    private final Bucket requests;
    private final Bucket tokens;
    private final Ramp ramp;
    private final Pace pace = new Pace();
    private final Answers answers = new Answers();
    private final Turn.Counter counter = new Turn.Counter();
    private final TreeSet<Waiter> waiting =
            new TreeSet<>(Comparator.comparingLong(Waiter::priority).thenComparingLong(Waiter::order));
    private final Map<Turn<Permit>, Waiter> places = new HashMap<>();

    private boolean guessed;
    private int inFlight;
    private int cutsInARow;
    private long order;
    private long episodeAt = Long.MIN_VALUE;
    private long pausedUntil = Long.MIN_VALUE;
    private long rampAt = Long.MIN_VALUE;
    private @Nullable Throwable failure;
    private @Nullable Disposable timer;
    private long timerAt;

    /**
     * @param limits what the operator configured
     * @param careful whether to start with a handful of calls until the first answer tells more; not needed for
     *     models in this process
     */
    public Quota(Limits limits, boolean careful, Time time) {
        this.time = time;
        long now = now();
        this.requests = new Bucket(
                true,
                limits.requestsPerMinute().isPresent()
                        ? limits.requestsPerMinute().getAsInt()
                        : Bucket.UNKNOWN,
                now);
        this.tokens = new Bucket(false, limits.tokensPerMinute().orElse(Bucket.UNKNOWN), now);
        this.ramp = new Ramp(FIRST_CALLS, limits.inFlight().orElse(DEFAULT_IN_FLIGHT), !careful || requests.known());
    }

    /** Leave to send one call of about so many tokens, when its turn has come. Whoever gets it has to end it. */
    public Mono<Permit> acquire(long estimatedTokens) {
        return Turn.<Permit>queued(turn -> join(turn, Math.max(0, estimatedTokens)), this::leave);
    }

    /** Learns what an answer's headers say. */
    public void observe(RateHeaders headers) {
        synchronized (this) {
            long now = now();
            refill(now);
            boolean news = learn(requests, headers.limitRequests(), headers.resetRequests(), now);
            boolean tokenNews = learn(tokens, headers.limitTokens(), headers.resetTokens(), now);
            if (headers.limitRequests().isPresent() && requests.known()) {
                guessed = false;
            }
            headers.remainingRequests().ifPresent(left -> left(requests, left, news, inFlight));
            headers.remainingTokens().ifPresent(left -> left(tokens, left, tokenNews, 0));
            if (news || tokenNews) {
                pace.reset();
                answers.forget();
                episodeAt = now;
                ramp.open();
            }
        }
        serve();
    }

    /** Sends nothing for so long; a longer pause that is on already stays. */
    public void pause(Duration pause) {
        synchronized (this) {
            pauseUntil(now() + bounded(pause));
        }
        serve();
    }

    /** From now on few calls, until one that was sent from now on is answered. */
    void restart(int calls, Duration doubling) {
        synchronized (this) {
            ramp.restart(calls, doubling.toNanos());
            rampAt = now();
        }
    }

    /** Fails every call that waits and every later one: the account is lost for this run. */
    void close(Throwable cause) {
        synchronized (this) {
            failure = cause;
        }
        serve();
    }

    /** Most calls in flight. */
    public int mostInFlight() {
        return ramp.most();
    }

    public synchronized int inFlight() {
        return inFlight;
    }

    public synchronized int waiting() {
        return waiting.size();
    }

    /** Requests allowed in a minute as far as is known, configured or learned. */
    public synchronized OptionalLong requestsPerMinute() {
        return requests.known() ? OptionalLong.of(requests.limit()) : OptionalLong.empty();
    }

    private void join(Turn<Permit> turn, long estimate) {
        synchronized (this) {
            Waiter waiter = new Waiter(turn, turn.priority(), order++, estimate);
            waiting.add(waiter);
            places.put(turn, waiter);
        }
        serve();
    }

    private void leave(Turn<Permit> turn) {
        synchronized (this) {
            Waiter waiter = places.remove(turn);
            if (waiter != null) {
                waiting.remove(waiter);
            }
        }
        serve();
    }

    private void serve() {
        counter.serve(this::next);
    }

    private synchronized @Nullable Runnable next() {
        while (!waiting.isEmpty()) {
            Waiter head = waiting.first();
            Throwable lost = failure;
            long now = now();
            if (lost == null) {
                refill(now);
                long wait = wait(head, now);
                if (wait > 0) {
                    wakeAfter(wait, now);
                    return null;
                }
            }
            waiting.pollFirst();
            places.remove(head.turn);
            if (!head.turn.take()) {
                continue;
            }
            if (lost != null) {
                return () -> head.turn.refuse(lost);
            }
            inFlight++;
            answers.sent(now);
            requests.take(1);
            tokens.take(head.estimate);
            Permit permit = new Permit(head.estimate, now);
            return () -> head.turn.serve(permit);
        }
        return null;
    }

    /** Nanoseconds until this call may go; {@link Long#MAX_VALUE}: not before another one has ended. */
    private long wait(Waiter head, long now) {
        double factor = factor(now);
        long room = ramp.wait(inFlight, now);
        long wait = Math.max(requests.wait(1, factor), tokens.wait(head.estimate, factor));
        return Math.max(room, Math.max(wait, pausedUntil == Long.MIN_VALUE ? 0 : pausedUntil - now));
    }

    private void wakeAfter(long wait, long now) {
        if (wait == Long.MAX_VALUE) {
            return;
        }
        // The pace may quicken: look again after a second at the latest.
        long delay = Math.max(SHORTEST_TIMER, Math.min(wait, SECOND));
        if (timer != null) {
            if (timerAt <= now + delay) {
                return;
            }
            timer.dispose();
        }
        timerAt = now + delay;
        timer = time.scheduler().schedule(this::wake, delay, TimeUnit.NANOSECONDS);
    }

    private void wake() {
        synchronized (this) {
            timer = null;
        }
        serve();
    }

    private boolean learn(Bucket bucket, OptionalLong limit, Optional<Duration> reset, long now) {
        boolean byTheMinute = reset.isEmpty() || reset.get().compareTo(MORE_THAN_A_MINUTE) <= 0;
        return limit.isPresent() && byTheMinute && bucket.set(limit.getAsLong(), now);
    }

    private static void left(Bucket bucket, long left, boolean news, int notCounted) {
        if (news) {
            bucket.lend(left - notCounted);
        }
        bucket.clamp(left);
    }

    private void refuse(Permit permit, Optional<Duration> retryAfter) {
        long now = now();
        boolean stale = permit.sentAt < episodeAt;
        answers.refused(!stale, now);
        boolean known = requests.known() || tokens.known();
        boolean tooFast = !stale && answers.tooManyRefused(known, now);
        // A stale refusal belongs to a cut that was made: it may prolong its pause, and nothing else.
        if (!tooFast && !(stale && now < pausedUntil)) {
            return;
        }
        refill(now);
        long pause = bounded(retryAfter.orElse(Duration.ofSeconds(1L << Math.min(6, cutsInARow))));
        // Pause first, then cut: a call that slips out between the two would be refused as well.
        pauseUntil(now + pause);
        if (stale) {
            return;
        }
        double factor = factor(now);
        double accepted = answers.rate(now) * 60;
        if (!known) {
            guessed = true;
            requests.set((long) Math.ceil(accepted), now);
            factor = 1;
        } else if (guessed && accepted > 0) {
            factor = Math.max(factor * 0.3, Math.min(factor, accepted / requests.limit()));
        }
        double rate = requests.known() ? factor * requests.limit() / 60.0 : Double.MAX_VALUE;
        pace.cut(factor, rate, pausedUntil);
        episodeAt = now;
        cutsInARow++;
        answers.forget();
    }

    private double factor(long now) {
        return pace.factor(now, !guessed);
    }

    private void refill(long now) {
        double factor = factor(now);
        requests.refill(now, factor);
        tokens.refill(now, factor);
    }

    private void pauseUntil(long until) {
        pausedUntil = Math.max(pausedUntil, until);
    }

    private static long bounded(Duration pause) {
        return (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
    }

    private long now() {
        return time.elapsed().toNanos();
    }

    private record Waiter(Turn<Permit> turn, long priority, long order, long estimate) {}

    /** Leave to send one call. Ends once, in one of three ways. */
    public final class Permit {

        private final long estimate;
        private final long sentAt;
        private boolean ended;

        private Permit(long estimate, long sentAt) {
            this.estimate = estimate;
            this.sentAt = sentAt;
        }

        /** The call was answered and took so many tokens: the rest of the estimate is given back. */
        public void settle(long actualTokens) {
            end(() -> {
                long now = now();
                refill(now);
                tokens.giveBack(estimate - (double) actualTokens);
                cutsInARow = 0;
                if (sentAt >= rampAt) {
                    ramp.open();
                }
            });
        }

        /** The call was refused because too much was sent. */
        public void refused(Optional<Duration> retryAfter) {
            end(() -> refuse(this, retryAfter));
        }

        /** The call was given up or failed; what it was to take counts as taken, since it was sent. */
        public void release() {
            end(() -> {});
        }

        private void end(Runnable how) {
            synchronized (Quota.this) {
                if (ended) {
                    return;
                }
                ended = true;
                inFlight--;
                how.run();
            }
            serve();
        }
    }
}
