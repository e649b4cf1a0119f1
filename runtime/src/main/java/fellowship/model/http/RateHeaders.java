package fellowship.model.http;

import fellowship.model.fault.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one answer's headers say about the account's limits. What they do not say, or say unreadably, is absent.
 *
 * @param limitRequests requests allowed in a minute, 1 or more
 * @param remainingRequests requests left now, 0 or more
 * @param resetRequests until the allowance of requests is full again
 * @param limitTokens tokens allowed in a minute, 1 or more
 * @param remainingTokens tokens left now, 0 or more
 * @param resetTokens until the allowance of tokens is full again
 * @param retryAfter how long to wait before the next request
 */
public record RateHeaders(
        OptionalLong limitRequests,
        OptionalLong remainingRequests,
        Optional<Duration> resetRequests,
        OptionalLong limitTokens,
        OptionalLong remainingTokens,
        Optional<Duration> resetTokens,
        Optional<Duration> retryAfter) {

    /** Headers that say nothing. */
    public static final RateHeaders NONE = new RateHeaders(
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());

    /** Reads the {@code x-ratelimit-*} spelling, or the {@code anthropic-ratelimit-*} one where there is that. */
    static RateHeaders read(Function<String, @Nullable String> header, Supplier<Instant> now) {
        if (header.apply("anthropic-ratelimit-requests-limit") != null
                || header.apply("anthropic-ratelimit-tokens-limit") != null) {
            return read(header, now, "anthropic-ratelimit-requests-", "", "anthropic-ratelimit-tokens-", "");
        }
        return read(header, now, "x-ratelimit-", "-requests", "x-ratelimit-", "-tokens");
    }

    private static RateHeaders read(
            Function<String, @Nullable String> header,
            Supplier<Instant> now,
            String requests,
            String requestsEnd,
            String tokens,
            String tokensEnd) {
        RateHeaders read = new RateHeaders(
                atLeast(1, header.apply(requests + "limit" + requestsEnd)),
                atLeast(0, header.apply(requests + "remaining" + requestsEnd)),
                first(header, requests + "reset" + requestsEnd, "x-ratelimit-reset", "ratelimit-reset")
                        .flatMap(text -> RetryAfter.untilReset(text, now)),
                atLeast(1, header.apply(tokens + "limit" + tokensEnd)),
                atLeast(0, header.apply(tokens + "remaining" + tokensEnd)),
                first(header, tokens + "reset" + tokensEnd).flatMap(text -> RetryAfter.untilReset(text, now)),
                RetryAfter.fromHeaders(header, now));
        return read.equals(NONE) ? NONE : read;
    }

    /**
     * How long a refused call waits: as told, else until the used-up allowance is back, else the longest reset named, at
     * most {@link RetryAfter#LONGEST} since nobody says that it is used up.
     */
    Optional<Duration> pause() {
        if (retryAfter.isPresent()) {
            return retryAfter;
        }
        Optional<Duration> used = longest(
                remainingRequests.orElse(1) == 0 ? resetRequests : Optional.empty(),
                remainingTokens.orElse(1) == 0 ? resetTokens : Optional.empty());
        return used.or(() -> longest(resetRequests, resetTokens)
                .map(reset -> reset.compareTo(RetryAfter.LONGEST) > 0 ? RetryAfter.LONGEST : reset));
    }

    private static Optional<Duration> longest(Optional<Duration> one, Optional<Duration> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().compareTo(other.get()) >= 0 ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static Optional<String> first(Function<String, @Nullable String> header, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(header.apply(name)))
                .findFirst();
    }

    private static OptionalLong atLeast(long least, @Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 18) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text.strip());
            return value >= least ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
