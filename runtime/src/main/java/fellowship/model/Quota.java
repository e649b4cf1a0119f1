package fellowship.model;

import fellowship.config.Limits;
import fellowship.model.http.RateHeaders;
import fellowship.seam.Time;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What one account may send to one model: requests and tokens a minute, and calls in flight. Calls wait here for their
 * turn, lower {@link CallPriority} first and then in the order they came; one that is cancelled gives its place up.
 *
 * <p>What the operator did not configure is learned: from the headers of the answers where there are some, else from
 * refusals. It is own code because the ready-made limiters forget what a cancelled caller held, cannot give back
 * tokens that were estimated and not used, or read the machine's clock. The {@link Pool} of its account serves it.
 */
public final class Quota {

    /** Calls in flight to a provider elsewhere when the operator says nothing. */
    public static final int DEFAULT_IN_FLIGHT = 256;

    /** The longest that a refusal can pause an account. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Whose first call comes first. */
    static final Comparator<Quota> BY_FIRST =
            (one, other) -> Waiter.IN_TURN.compare(one.waiting.first(), other.waiting.first());

    private static final int FIRST_CALLS = 16;

    private final Pool pool;
    private final Ramp ramp;
    private final TreeSet<Waiter> waiting = new TreeSet<>(Waiter.IN_TURN);
    private final Map<Turn<Permit>, Waiter> places = new HashMap<>();

    private Meter meter;
    private int inFlight;
    private long rampAt = Long.MIN_VALUE;
    private long pausedUntil = Long.MIN_VALUE;
    private @Nullable Throwable failure;

    /**
     * The only model of its account.
     *
     * @param limits what the operator configured
     * @param careful whether to start with a handful of calls until the first answer tells more; not needed for
     *     models in this process
     */
    public Quota(Limits limits, boolean careful, Time time) {
        this(new Pool(limits, time), careful);
    }

    /** One model of an account. */
    Quota(Pool pool, boolean careful) {
        this.pool = pool;
        this.meter = pool.meter();
        this.ramp = new Ramp(FIRST_CALLS, pool.most().orElse(DEFAULT_IN_FLIGHT), !careful || pool.limitsRequests());
        pool.add(this);
    }

    /** Leave to send one call of about so many tokens, when its turn has come. Whoever gets it has to end it. */
    public Mono<Permit> acquire(long estimatedTokens) {
        return Turn.<Permit>queued(turn -> join(turn, Math.max(0, estimatedTokens)), this::leave);
    }

    /** Learns what an answer's headers say. */
    public void observe(RateHeaders headers) {
        synchronized (pool) {
            pool.observe(this, headers, inFlight);
        }
        pool.serve();
    }

    /** Sends nothing for so long; a longer pause that is on already stays. */
    public void pause(Duration pause) {
        synchronized (pool) {
            long now = pool.now();
            pausedUntil = Math.max(pausedUntil, now + bounded(pause));
        }
        pool.serve();
    }

    /** From now on few calls, until one that was sent from now on is answered. */
    void restart(int calls, Duration doubling) {
        synchronized (pool) {
            ramp.restart(calls, doubling.toNanos());
            rampAt = pool.now();
        }
    }

    /** Fails every call to this account that waits and every later one: the run ends for it. */
    void close(Throwable cause) {
        pool.close(cause);
    }

    /** Most calls in flight. */
    public int mostInFlight() {
        return ramp.most();
    }

    public int inFlight() {
        synchronized (pool) {
            return inFlight;
        }
    }

    public int waiting() {
        synchronized (pool) {
            return waiting.size();
        }
    }

    /** Requests allowed in a minute as far as is known, configured or learned. */
    public OptionalLong requestsPerMinute() {
        synchronized (pool) {
            long least = Math.min(pool.requestsPerMinute(), meter.requests.limit());
            return least == Bucket.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(least);
        }
    }

    private void join(Turn<Permit> turn, long estimate) {
        synchronized (pool) {
            Waiter waiter = new Waiter(turn, turn.priority(), pool.order(), estimate);
            waiting.add(waiter);
            places.put(turn, waiter);
        }
        pool.serve();
    }

    private void leave(Turn<Permit> turn) {
        synchronized (pool) {
            Waiter waiter = places.remove(turn);
            if (waiter != null) {
                waiting.remove(waiter);
            }
        }
        pool.serve();
    }

    // What follows is guarded by the pool's lock.

    Meter meter() {
        return meter;
    }

    void meter(Meter counted) {
        meter = counted;
    }

    void open() {
        ramp.open();
    }

    void lose(Throwable cause) {
        failure = cause;
    }

    boolean waits() {
        return !waiting.isEmpty();
    }

    /** Tokens that the first call is thought to take. */
    long estimate() {
        return waiting.first().estimate;
    }

    /** Nanoseconds until the model itself has room for one more; {@link Long#MAX_VALUE}: when a call has ended. */
    long room(long now) {
        return Math.max(ramp.wait(inFlight, now), pausedUntil == Long.MIN_VALUE ? 0 : pausedUntil - now);
    }

    boolean isLost() {
        return failure != null;
    }

    /** Takes the first call out of the line if the model is lost. */
    @Nullable
    Runnable refusal() {
        Throwable lost = failure;
        while (lost != null && !waiting.isEmpty()) {
            Waiter head = poll();
            if (head.turn.take()) {
                return () -> head.turn.refuse(lost);
            }
        }
        return null;
    }

    /** Lets the first call go; null when it was given up just now. */
    @Nullable
    Runnable serveFirst(long now) {
        Waiter head = poll();
        if (!head.turn.take()) {
            return null;
        }
        inFlight++;
        Permit permit = new Permit(head.estimate, now, meter, meter.sent(head.estimate, now), pool.sent(head.estimate));
        return () -> head.turn.serve(permit);
    }

    private Waiter poll() {
        Waiter head = Objects.requireNonNull(waiting.pollFirst());
        places.remove(head.turn);
        return head;
    }

    private static long bounded(Duration pause) {
        return (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
    }

    private record Waiter(Turn<Permit> turn, long priority, long order, long estimate) {

        static final Comparator<Waiter> IN_TURN =
                Comparator.comparingLong(Waiter::priority).thenComparingLong(Waiter::order);
    }

    /** Leave to send one call. Ends once, in one of three ways, and gives its place back then or when it is released. */
    public final class Permit {

        private final long estimate;
        private final long sentAt;
        private final Meter sentBy;
        private final Bucket.Taken metered;
        private final Bucket.Taken pooled;
        private boolean ended;
        private boolean answered;
        private boolean left;

        private Permit(long estimate, long sentAt, Meter sentBy, Bucket.Taken metered, Bucket.Taken pooled) {
            this.estimate = estimate;
            this.sentAt = sentAt;
            this.sentBy = sentBy;
            this.metered = metered;
            this.pooled = pooled;
        }

        /** The call was answered and took so many tokens: the rest of the estimate is given back, and its place. */
        public void settle(long actualTokens) {
            answered(actualTokens);
            release();
        }

        /** The same for a call that stays in flight until its answer is kept and it is {@linkplain #release released}. */
        void answered(long actualTokens) {
            double unused = estimate - (double) actualTokens;
            synchronized (pool) {
                answered |= !ended;
            }
            end(unused, false, now -> {
                sentBy.settled(metered, unused, now);
                if (sentAt >= rampAt) {
                    ramp.open();
                }
            });
        }

        /** The call was refused because too much was sent. */
        public void refused(Optional<Duration> retryAfter) {
            end(0, true, now -> sentBy.refused(sentAt, retryAfter, LONGEST_PAUSE.toNanos(), now));
        }

        /** The call is over. Where it was given up or failed, what it was to take counts as taken, since it was sent. */
        public void release() {
            end(0, true, now -> {});
        }

        void releaseUnlessAnswered() {
            boolean over;
            synchronized (pool) {
                over = !answered;
            }
            if (over) {
                release();
            }
        }

        private void end(double unused, boolean leaves, LongConsumer how) {
            synchronized (pool) {
                boolean changed = false;
                long now = pool.now();
                if (!ended) {
                    ended = true;
                    changed = true;
                    pool.refill(now);
                    pool.ended(pooled, unused);
                    how.accept(now);
                }
                if (leaves && !left) {
                    left = true;
                    changed = true;
                    inFlight--;
                    pool.left();
                }
                if (!changed) {
                    return;
                }
            }
            pool.serve();
        }
    }
}
