package fellowship.model;

import fellowship.model.http.RateHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider counts together: the requests and tokens of one model, or of several that it told the same limits
 * for. It is learned, from headers or from refusals, below what the operator allows. Not thread-safe; the {@link Pool}
 * guards it.
 */
final class Meter {

    /** A day's allowance, say: what is full again only after so long is not a minute's limit. */
    private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(65);

    final Bucket requests;
    final Bucket tokens;
    final Pace pace = new Pace();
    final Answers answers = new Answers();
    private boolean guessed;
    private boolean told;
    private OptionalLong toldRequests = OptionalLong.empty();
    private OptionalLong toldTokens = OptionalLong.empty();
    private int cutsInARow;
    private long episodeAt = Long.MIN_VALUE;
    private long pausedUntil = Long.MIN_VALUE;

    /**
     * @param mostRequests what the operator allows in a minute, or {@link Bucket#UNKNOWN}
     * @param mostTokens the same for tokens
     */
    Meter(long mostRequests, long mostTokens, long now) {
        this.requests = new Bucket(true, mostRequests, now);
        this.tokens = new Bucket(false, mostTokens, now);
    }

    /** Whether the provider's own headers told of it. */
    boolean told() {
        return told;
    }

    /** Whether nothing is known of it. */
    boolean blank() {
        return !told && !guessed;
    }

    /** Whether these headers name other limits than are known here; headers without any name none. */
    boolean differs(RateHeaders headers) {
        return told && (differs(toldRequests, headers.limitRequests()) || differs(toldTokens, headers.limitTokens()));
    }

    private static boolean differs(OptionalLong before, OptionalLong limit) {
        return limit.isPresent() && before.isPresent() && !before.equals(limit);
    }

    /** Whether these headers name a limit by the minute. */
    static boolean tells(RateHeaders headers) {
        return byTheMinute(headers.limitRequests(), headers.resetRequests())
                || byTheMinute(headers.limitTokens(), headers.resetTokens());
    }

    /**
     * Learns what an answer's headers say; whether it was news.
     *
     * @param notCounted calls on their way that the provider may not have counted yet
     */
    boolean observe(RateHeaders headers, int notCounted, long now) {
        refill(now);
        boolean news = learn(requests, headers.limitRequests(), headers.resetRequests(), now);
        boolean tokenNews = learn(tokens, headers.limitTokens(), headers.resetTokens(), now);
        if (headers.limitRequests().isPresent() && requests.known()) {
            guessed = false;
        }
        if (tells(headers)) {
            told = true;
            toldRequests = headers.limitRequests().isPresent() ? headers.limitRequests() : toldRequests;
            toldTokens = headers.limitTokens().isPresent() ? headers.limitTokens() : toldTokens;
        }
        headers.remainingRequests().ifPresent(left -> left(requests, left, news, notCounted));
        headers.remainingTokens().ifPresent(left -> left(tokens, left, tokenNews, 0));
        if (news || tokenNews) {
            pace.reset();
            answers.forget();
            episodeAt = now;
        }
        return news || tokenNews;
    }

    private static boolean learn(Bucket bucket, OptionalLong limit, Optional<Duration> reset, long now) {
        return byTheMinute(limit, reset) && bucket.set(limit.getAsLong(), now);
    }

    private static boolean byTheMinute(OptionalLong limit, Optional<Duration> reset) {
        return limit.isPresent() && (reset.isEmpty() || reset.get().compareTo(MORE_THAN_A_MINUTE) <= 0);
    }

    private static void left(Bucket bucket, long left, boolean news, int notCounted) {
        if (news) {
            bucket.lend(left - notCounted);
        }
        bucket.clamp(left);
    }

    /** Sends nothing for so long; a longer pause that is on already stays. */
    void pause(long nanos, long now) {
        pausedUntil = Math.max(pausedUntil, now + nanos);
    }

    /** Nanoseconds until a call of so many tokens may go. */
    long until(long estimate, long now) {
        double factor = factor(now);
        long wait = Math.max(requests.until(1, factor), tokens.until(estimate, factor));
        return Math.max(wait, pausedUntil == Long.MIN_VALUE ? 0 : pausedUntil - now);
    }

    void refill(long now) {
        double factor = factor(now);
        requests.refill(now, factor);
        tokens.refill(now, factor);
    }

    /** A call goes; what is returned is the tokens that it is thought to take. */
    Bucket.Taken sent(long estimate, long now) {
        answers.sent(now);
        requests.take(1);
        return tokens.take(estimate);
    }

    /** A call took so many tokens less than was thought. */
    void settled(Bucket.Taken taken, double unused, long now) {
        refill(now);
        tokens.giveBack(taken, unused);
        cutsInARow = 0;
    }

    /** The share of the limits that is this process's own. What refusals taught was its own share from the start. */
    void share(double share) {
        requests.share(guessed ? 1 : share);
        tokens.share(share);
    }

    /** A call that was sent then was refused because too much was sent: once an episode the rate is cut. */
    void refused(long sentAt, Optional<Duration> retryAfter, long longestPause, long now) {
        boolean stale = sentAt < episodeAt;
        answers.refused(!stale, now);
        boolean known = requests.known() || tokens.known();
        boolean tooFast = !stale && answers.tooManyRefused(known, now);
        // A stale refusal belongs to a cut that was made: it may prolong its pause, and nothing else.
        if (!tooFast && !(stale && now < pausedUntil)) {
            return;
        }
        refill(now);
        Duration pause = retryAfter.orElse(Duration.ofSeconds(1L << Math.min(6, cutsInARow)));
        // Pause first, then cut: a call that slips out between the two would be refused as well.
        pause(Math.min(longestPause, pause.compareTo(Duration.ofDays(1)) > 0 ? longestPause : pause.toNanos()), now);
        if (!stale) {
            cut(known, now);
        }
    }

    private void cut(boolean known, long now) {
        double factor = factor(now);
        double accepted = answers.rate(now) * 60;
        if (!known) {
            guessed = true;
            requests.share(1);
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
}
