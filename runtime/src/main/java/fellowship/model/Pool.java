package fellowship.model;

import fellowship.config.Limits;
import fellowship.model.http.RateHeaders;
import fellowship.seam.Time;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * What one account may send in all, whichever of its models are asked: the limits that the operator configured, and
 * the one queue in which the calls to its models stand. Each model has a {@link Quota} of its own in it; models that
 * the provider told the same limits for are taken to be counted together until it tells otherwise.
 *
 * <p>One lock, one timer, no recursion. A call that waits for what others wait for too is never overtaken by them; one
 * that waits for its own model alone does not hold up the others.
 */
final class Pool {

    private static final long SECOND = 1_000_000_000L;
    private static final long SHORTEST_TIMER = SECOND / 1000;

    private final Time time;
    private final Bucket requests;
    private final Bucket tokens;
    private final OptionalInt most;
    private final List<Quota> quotas = new ArrayList<>();
    private final Turn.Counter counter = new Turn.Counter();
    private double share = 1;
    private boolean silent;
    private long order;
    private int inFlight;
    private @Nullable Disposable timer;
    private long timerAt;

    Pool(Limits limits, Time time) {
        this.time = time;
        long now = now();
        this.requests = new Bucket(
                true,
                limits.requestsPerMinute().isPresent()
                        ? limits.requestsPerMinute().getAsInt()
                        : Bucket.UNKNOWN,
                now);
        this.tokens = new Bucket(false, limits.tokensPerMinute().orElse(Bucket.UNKNOWN), now);
        this.most = limits.inFlight();
    }

    Time time() {
        return time;
    }

    long now() {
        return time.elapsed().toNanos();
    }

    /** Whether the operator said how many requests may go; then there is nothing to feel out. */
    boolean limitsRequests() {
        return requests.known();
    }

    /** Requests a minute that the operator allows, or {@link Bucket#UNKNOWN}. */
    long requestsPerMinute() {
        return requests.limit();
    }

    /** Most calls in flight to all of its models, where the operator says so. */
    OptionalInt most() {
        return most;
    }

    void close(Throwable cause) {
        synchronized (this) {
            quotas.forEach(quota -> quota.lose(cause));
        }
        serve();
    }

    /** Who came first; guarded by the lock. */
    long order() {
        return order++;
    }

    synchronized void add(Quota quota) {
        quotas.add(quota);
        // What the provider told of one model is believed of the next, too, until it tells otherwise.
        quotas.stream()
                .filter(other -> other.meter().told())
                .findFirst()
                .ifPresent(other -> quota.meter(other.meter()));
        quota.meter().share(share);
    }

    /**
     * This process's part of the account, from now on.
     *
     * @param part above 0, up to 1; 0: nothing is sent for now
     */
    void share(double part) {
        synchronized (this) {
            long now = now();
            refill(now);
            silent = part == 0;
            if (!silent) {
                share = part;
                requests.share(part);
                tokens.share(part);
                quotas.forEach(quota -> {
                    quota.meter().refill(now);
                    quota.meter().share(part);
                });
            }
        }
        serve();
    }

    /** Of which nothing is known but what the operator allows. */
    Meter meter() {
        return new Meter(requests.limit(), tokens.limit(), now());
    }

    /** Learns what an answer of this model says; guarded by the lock. */
    boolean observe(Quota quota, RateHeaders headers, int notCounted) {
        long now = now();
        if (Meter.tells(headers)) {
            join(quota, headers, now);
        }
        boolean news = quota.meter().observe(headers, notCounted, now);
        if (news) {
            quotas.stream().filter(other -> other.meter() == quota.meter()).forEach(Quota::open);
        }
        return news;
    }

    /** Moves a model to the meter of those who were told the same limits, and those who were told none to its own. */
    private void join(Quota quota, RateHeaders headers, long now) {
        Meter mine = quota.meter();
        if (mine.differs(headers)) {
            Meter other = quotas.stream()
                    .map(Quota::meter)
                    .filter(each -> each.told() && each != mine && !each.differs(headers))
                    .findFirst()
                    .orElse(null);
            boolean alone = quotas.stream().noneMatch(each -> each != quota && each.meter() == mine);
            if (other != null || !alone) {
                Meter next = other == null ? meter() : other;
                next.share(share);
                quota.meter(next);
            }
        } else if (!mine.told()) {
            Meter other = quotas.stream()
                    .map(Quota::meter)
                    .filter(each -> each.told() && !each.differs(headers))
                    .findFirst()
                    .orElse(mine);
            quota.meter(other);
            quotas.stream().filter(each -> each.meter().blank()).forEach(each -> each.meter(other));
        }
    }

    void serve() {
        counter.serve(this::next);
    }

    /** A call goes; what is returned is the tokens that it is thought to take. Guarded by the lock. */
    Bucket.Taken sent(long estimate) {
        inFlight++;
        requests.take(1);
        return tokens.take(estimate);
    }

    /** A call was answered or failed: gives back what it did not take. Guarded by the lock. */
    void ended(Bucket.Taken taken, double unusedTokens) {
        tokens.giveBack(taken, unusedTokens);
    }

    /** Gives a call's place back; guarded by the lock. */
    void left() {
        inFlight--;
    }

    /** Brings the operator's limits up to date; guarded by the lock. */
    void refill(long now) {
        requests.refill(now, 1);
        tokens.refill(now, 1);
    }

    private synchronized @Nullable Runnable next() {
        long now = now();
        refill(now);
        while (true) {
            Quota first = first(now);
            if (first == null) {
                return null;
            }
            Runnable lost = first.refusal();
            if (lost != null) {
                return lost;
            }
            Runnable served = first.waits() ? first.serveFirst(now) : null;
            if (served != null) {
                return served;
            }
        }
    }

    /** The model whose first call may go now; where there is none, a timer is set for when there may be one. */
    private @Nullable Quota first(long now) {
        Set<Meter> held = new HashSet<>();
        long soonest = Long.MAX_VALUE;
        for (Quota quota : line()) {
            if (silent && !quota.isLost()) {
                continue;
            }
            if (quota.isLost()) {
                return quota;
            }
            long wait = quota.room(now);
            if (wait <= 0 && held.contains(quota.meter())) {
                continue;
            }
            if (wait <= 0) {
                quota.meter().refill(now);
                wait = quota.meter().until(quota.estimate(), now);
                if (wait > 0) {
                    held.add(quota.meter());
                }
            }
            if (wait <= 0) {
                wait = until(quota.estimate());
                if (wait <= 0) {
                    return quota;
                }
                // All wait for this one: nobody may overtake.
                wakeAfter(Math.min(soonest, wait), now);
                return null;
            }
            soonest = Math.min(soonest, wait);
        }
        wakeAfter(soonest, now);
        return null;
    }

    /** Nanoseconds until the operator's limits let a call of so many tokens go. */
    private long until(long estimate) {
        return isFull() ? Long.MAX_VALUE : Math.max(requests.until(1, 1), tokens.until(estimate, 1));
    }

    private boolean isFull() {
        return most.isPresent() && inFlight >= Math.max(1, (int) (most.getAsInt() * share));
    }

    /** The models for which calls wait, those whose first call comes first in front. */
    private List<Quota> line() {
        if (quotas.size() == 1) {
            return quotas.get(0).waits() ? quotas : List.of();
        }
        List<Quota> line = new ArrayList<>();
        for (Quota quota : quotas) {
            if (quota.waits()) {
                line.add(quota);
            }
        }
        if (line.size() > 1) {
            line.sort(Quota.BY_FIRST);
        }
        return line;
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
}
