package fellowship.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RateHeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @Test
    void theCommonSpellingIsRead() {
        RateHeaders rates = read(Map.of(
                "x-ratelimit-limit-requests", "6000",
                "x-ratelimit-remaining-requests", "5999",
                "x-ratelimit-reset-requests", "10ms",
                "x-ratelimit-limit-tokens", "150000",
                "x-ratelimit-remaining-tokens", "0",
                "x-ratelimit-reset-tokens", "6m0s"));
        assertThat(rates.limitRequests()).hasValue(6000);
        assertThat(rates.remainingRequests()).hasValue(5999);
        assertThat(rates.resetRequests()).contains(Duration.ofMillis(10));
        assertThat(rates.limitTokens()).hasValue(150_000);
        assertThat(rates.remainingTokens()).hasValue(0);
        assertThat(rates.resetTokens()).contains(Duration.ofMinutes(6));
    }

    @Test
    void theOtherSpellingIsRead() {
        RateHeaders rates = read(Map.of(
                "anthropic-ratelimit-requests-limit", "50",
                "anthropic-ratelimit-requests-remaining", "49",
                "anthropic-ratelimit-requests-reset", "2026-11-25T10:00:01Z",
                "anthropic-ratelimit-tokens-limit", "40000",
                "retry-after", "3"));
        assertThat(rates.limitRequests()).hasValue(50);
        assertThat(rates.resetRequests()).contains(Duration.ofSeconds(1));
        assertThat(rates.limitTokens()).hasValue(40_000);
        assertThat(rates.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void nonsenseIsAbsent() {
        RateHeaders rates = read(Map.of(
                "x-ratelimit-limit-requests", "-1",
                "x-ratelimit-remaining-requests", "many",
                "x-ratelimit-limit-tokens", "0",
                "x-ratelimit-remaining-tokens", "99999999999999999999999",
                "x-ratelimit-reset-tokens", "NaN"));
        assertThat(rates).isSameAs(RateHeaders.NONE);
    }

    @Test
    void aRefusedCallWaitsForTheAllowanceThatIsUsedUp() {
        assertThat(read(Map.of(
                                "x-ratelimit-remaining-requests", "0",
                                "x-ratelimit-reset-requests", "2s",
                                "x-ratelimit-remaining-tokens", "70",
                                "x-ratelimit-reset-tokens", "50s"))
                        .pause())
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void whatIsToldWinsOverWhatIsReckoned() {
        assertThat(read(Map.of("retry-after", "1", "x-ratelimit-reset-requests", "50s"))
                        .pause())
                .contains(Duration.ofSeconds(1));
    }

    private static RateHeaders read(Map<String, String> headers) {
        return RateHeaders.read(headers::get, () -> NOW);
    }
}
