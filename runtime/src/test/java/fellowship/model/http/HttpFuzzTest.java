package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Errors, headers and JSON from a wire, spoilt. */
public final class HttpFuzzTest {

    private static final int[] STATUSES = {400, 401, 403, 404, 413, 422, 429, 500, 502, 503, 529, 204, 307, 999};
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static final Fuzzing ERRORS = Fuzzing.of(
            "error-bodies",
            Set.of(ModelException.class),
            "{\"error\":{\"message\":\"Rate limit: Limit 30000, Requested 31538, try again in 9.8s " + Fuzzing.CANARY
                    + "\",\"type\":\"tokens\",\"code\":\"rate_limit_exceeded\",\"param\":null}}",
            "[{\"error\":{\"code\":429,\"message\":\"Quota, limit: 0\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":"
                    + "[{\"retryDelay\":\"38s\"}]}}]",
            "{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"field required\",\"input\":\"" + Fuzzing.CANARY + "\"}]}",
            "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"input length and `max_tokens`"
                    + " exceed context limit: 198240 + 4000 > 200000\"}}",
            "<html><body>502 Bad Gateway " + Fuzzing.CANARY + "</body></html>");

    private static final Fuzzing HEADERS = Fuzzing.of(
            "rate-headers",
            Set.of(),
            "retry-after: 7\nx-ratelimit-limit-requests: 500\nx-ratelimit-remaining-requests: 0\n"
                    + "x-ratelimit-reset-requests: 1m30s\nx-ratelimit-limit-tokens: 30000\nx-ratelimit-reset-tokens: 6ms",
            "retry-after-ms: 1500.5\nanthropic-ratelimit-requests-limit: 50\nanthropic-ratelimit-requests-remaining: 1\n"
                    + "anthropic-ratelimit-requests-reset: 2026-11-25T10:00:09Z\nanthropic-ratelimit-tokens-limit: 9",
            "retry-after: Wed, 25 Nov 2026 10:00:30 GMT\nx-ratelimit-reset: 1795600000\nratelimit-reset: 12");

    @Test
    void everyErrorIsAFaultOfTheTable() {
        ERRORS.run(HttpFuzzTest::error);
    }

    @Test
    void headersSaySomethingOrNothing() {
        HEADERS.run(HttpFuzzTest::headers);
    }

    /** For a fuzzer from outside. */
    public static void fuzzerTestOneInput(byte[] input) {
        ERRORS.one(HttpFuzzTest::error, input);
        HEADERS.one(HttpFuzzTest::headers, input);
    }

    private static Object error(byte[] body) {
        int status = STATUSES[Math.floorMod(java.util.Arrays.hashCode(body), STATUSES.length)];
        return FuzzedReply.read(status, Map.of("x-request-id", "r\u001b1"), body, reply -> reply.root());
    }

    private static Object headers(byte[] input) {
        Map<String, String> all = new TreeMap<>();
        new String(input, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            int colon = line.indexOf(':');
            all.put(line.substring(0, Math.max(0, colon)), line.substring(colon + 1));
        });
        RateHeaders read = RateHeaders.read(all::get, () -> NOW);
        read.pause().ifPresent(pause -> {
            if (pause.isNegative() || pause.toDays() > 31) {
                throw new IllegalStateException("a pause of " + pause);
            }
        });
        return read;
    }
}
