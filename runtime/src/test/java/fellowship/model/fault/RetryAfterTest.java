package fellowship.model.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000",
        "20, 20000",
        "0.5, 500",
        "1., 1000",
        "120, 120000",
        "121, 121000",
        "3600, 3600000",
        "86400, 86400000",
        "2678400, 2678400000",
        "0.0001, 1",
        "' 7 ', 7000",
        "1s, 1000",
        "12ms, 12",
        "6m0s, 360000",
        "1m30s, 90000",
        "1h, 3600000",
        "1d2h, 93600000",
        "250us, 1",
        "5ns, 1",
        "'Wed, 25 Nov 2026 10:00:30 GMT', 30000",
        "'Wed, 25 Nov 2026 10:00:00 GMT', 0",
        "'Fri, 27 Nov 2026 10:00:00 GMT', 172800000",
        "'Wed, 25 Nov 2026 10:00:00 +0000', 0",
        "2026-11-25T10:00:09Z, 9000",
        "2026-11-25T12:00:09+02:00, 9000",
        "2026-11-25T10:00:00.250Z, 250"
    })
    void everySpellingIsRead(String value, long millis) {
        assertThat(header("retry-after", value)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "nan",
                "inf",
                "Infinity",
                "-1",
                "-0.5",
                "1e12",
                "1000000000000",
                "999999999999999999999999999999",
                "2678401",
                "32d",
                "Wed, 25 Nov 2099 10:00:00 GMT",
                "2099-01-01T00:00:00Z",
                "1e400",
                "+5",
                "0x10",
                "soon",
                "1,5",
                "Wed, 25 Nov 2020 10:00:00 GMT",
                "2020-01-01T00:00:00Z",
                "2026-13-45T10:00:00Z",
                "<html>",
                "5 s x",
                "9999999999999999999999999999999999999999999999999999999999999999999999",
                "1m30",
                "ms",
                "٣"
            })
    void whatIsNoTimeToComeIsAbsent(String value) {
        assertThat(header("retry-after", value)).isEmpty();
    }

    @Test
    void millisecondsWinOverSeconds() {
        Map<String, String> headers = Map.of("retry-after-ms", "1500", "retry-after", "9");
        assertThat(RetryAfter.fromHeaders(headers::get, () -> NOW)).contains(Duration.ofMillis(1500));
    }

    @Test
    void unreadableMillisecondsLeaveTheSeconds() {
        Map<String, String> headers = Map.of("retry-after-ms", "NaN", "retry-after", "9");
        assertThat(RetryAfter.fromHeaders(headers::get, () -> NOW)).contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({
        "Please try again in 9.816s. Visit, 9816", "try again in 250ms, 250", "Please retry after 20 seconds., 20000",
        "please wait for 2 minutes, 120000", "Try again in 1m3s, 63000", "retry in 6 sec, 6000",
        "try again in 3 hours, 10800000", "retry after 1 millisecond, 1"
    })
    void aSentenceIsRead(String message, long millis) {
        assertThat(RetryAfter.inSentence(message)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"try again later", "wait", "try again in a moment", "limit 30 s", "retry in 5 splines"})
    void aSentenceWithoutATimeIsNone(String message) {
        assertThat(RetryAfter.inSentence(message)).isEmpty();
    }

    private static Optional<Duration> header(String name, String value) {
        return RetryAfter.fromHeaders(Map.of(name, value)::get, () -> NOW);
    }
}
