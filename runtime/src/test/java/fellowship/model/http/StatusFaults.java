package fellowship.model.http;

import static fellowship.chat.Reaction.RETRY;
import static fellowship.chat.Reaction.ROW;
import static fellowship.chat.Reaction.RUN;
import static fellowship.chat.Reaction.SLOW;
import static fellowship.chat.Reaction.WAIT;
import static fellowship.model.http.FaultCase.fails;

import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.model.Wired;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;

/** Rows 1 to 26: statuses with bodies. */
final class StatusFaults {

    private static final String PAGE = "<html><body><h1>Bad</h1>" + "<p>x</p>".repeat(50) + "</body></html>";

    private StatusFaults() {}

    static void add(FaultCase.Cases to) {
        requests(to);
        accounts(to);
        rates(to);
        servers(to);
    }

    private static void requests(FaultCase.Cases to) {
        FaultCase.Expected tooLong = fails(ROW, "context-length");
        to.error(1, 400, "context_length_exceeded", "This model's maximum context length is 8192 tokens.", tooLong);
        to.error(1, 400, "invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum", tooLong);
        to.error(1, 500, "INTERNAL", "The input token count (9999999) exceeds the maximum number of tokens", tooLong);
        to.mended(
                1,
                400,
                "context_length_exceeded",
                "This model's maximum context length is 600 tokens. However, you requested 1124 tokens"
                        + " (100 in the messages, 1024 in the completion).");
        to.mended(1, 400, "x", "input length and `max_tokens` exceed context limit: 199000 + 1024 > 199800, decrease");
        to.error(2, 400, "content_filter", "The response was filtered due to the prompt", fails(ROW, "filtered-input"));
        to.error(2, 400, "invalid_request_error", "prompt was blocked", fails(ROW, "filtered-input"));
        to.error(
                3,
                400,
                "invalid_request_error",
                "Output blocked by content filtering policy",
                fails(ROW, "filtered-output"));
        to.error(
                4,
                400,
                "unsupported_parameter",
                "Unsupported parameter: 'foo' is not supported",
                fails(RUN, "unsupported-parameter"));
        to.mended(4, 400, "unsupported_value", "temperature does not support 0.7 with this model");
        to.error(
                5,
                400,
                "invalid_request_error",
                "The request body is not valid JSON: unexpected end of data: line 1 column 9",
                fails(RETRY, "request-cut"));
        to.reply(13, 413, "", PAGE, fails(ROW, "request-too-large"));
        to.error(13, 413, "request_too_large", "Request exceeds the maximum size", fails(ROW, "request-too-large"));
        to.error(14, 422, "x", "schema refused", fails(ROW, "bad-request"));
    }

    private static void accounts(FaultCase.Cases to) {
        to.error(
                6,
                400,
                "invalid_request_error",
                "Your credit balance is too low to access the API.",
                fails(RUN, "no-credit"));
        to.error(
                7,
                401,
                "invalid_api_key",
                "Incorrect API key provided: " + Wired.KEY + ". You can find your key",
                fails(RUN, "unauthorised"));
        to.error(8, 401, "authentication_error", "OAuth token has expired", fails(RUN, "unauthorised"));
        to.error(9, 402, "billing_error", "pay", fails(RUN, "no-credit"));
        to.error(10, 403, "permission_error", "Country not supported", fails(RUN, "forbidden"));
        to.reply(10, 403, "Content-Type: text/html\r\n", PAGE, fails(RETRY, "blocked-page"));
        to.error(11, 404, "model_not_found", "The model `m` does not exist", fails(RUN, "unknown-model"));
        to.reply(11, 404, "", PAGE, fails(RUN, "unknown-model"));
    }

    private static void rates(FaultCase.Cases to) {
        String in90 = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(90).atZone(ZoneOffset.UTC));
        for (String header : List.of(
                "Retry-After: 7",
                "retry-after-ms: 7000",
                "Retry-After: 7s",
                "x-ms-retry-after-ms: 7000",
                "x-ratelimit-remaining-requests: 0\r\nx-ratelimit-reset-requests: 7s",
                "x-ratelimit-reset-tokens: 6.999s\r\nx-ratelimit-reset-requests: 7s",
                "x-ratelimit-reset: 7")) {
            limited(to, 15, header, "", SLOW, waits(7000, 7000));
        }
        limited(to, 15, "Retry-After: " + in90, "", SLOW, waits(30_000, 90_000));
        limited(to, 15, "", "Please try again in 9.816s.", SLOW, waits(9816, 9816));
        limited(
                to,
                15,
                "anthropic-ratelimit-requests-limit: 50\r\nanthropic-ratelimit-requests-remaining: 0\r\n"
                        + "anthropic-ratelimit-requests-reset: "
                        + Instant.now().plusSeconds(90),
                "",
                SLOW,
                waits(30_000, 90_000));
        limited(to, 15, "Retry-After: 3600", "", WAIT, waits(3_600_000, 3_600_000));
        limited(to, 15, "", "Please retry after 2 hours.", WAIT, waits(7_200_000, 7_200_000));
        for (String odd : List.of("NaN", "inf", "-1", "1e12", "1000000000000", "0x10", "<html>", "soon")) {
            limited(to, 26, "Retry-After: " + odd, "", SLOW, fault -> fault.retryAfter()
                    .isEmpty());
        }
        limited(to, 26, "Retry-After: 0", "", SLOW, waits(0, 0));
        limited(to, 26, "Retry-After: Wed, 25 Nov 2020 10:00:00 GMT", "", SLOW, fault -> fault.retryAfter()
                .isEmpty());
        to.error(
                16,
                429,
                "rate_limit_exceeded",
                "Request too large for gpt-4 on TPM: Limit 30000, Requested 31538.",
                fails(ROW, "request-too-large"));
        to.error(16, 429, "tokens", "on tokens: Limit 30000, Requested 90000.", fails(ROW, "request-too-large"));
        to.error(17, 429, "insufficient_quota", "You exceeded your current quota", fails(RUN, "no-quota"));
        to.error(18, 429, "RESOURCE_EXHAUSTED", "Quota exceeded for metric: x, limit: 0", fails(RUN, "no-quota"));
        to.error(19, 429, "rate_limit_error", "acceleration limit reached", fails(SLOW, "rate-limited"));
    }

    private static void limited(
            FaultCase.Cases to,
            int row,
            String header,
            String words,
            Reaction reaction,
            Predicate<ModelException> also) {
        to.reply(
                row,
                429,
                header.isEmpty() ? "" : header + "\r\n",
                to.speech.error("rate_limit_error", "Slow. " + words),
                fails(reaction, "rate-limited", also));
    }

    private static Predicate<ModelException> waits(long least, long most) {
        return fault -> fault.retryAfter()
                .map(Duration::toMillis)
                .filter(millis -> least <= millis && millis <= most)
                .isPresent();
    }

    private static void servers(FaultCase.Cases to) {
        for (int status : List.of(408, 409)) {
            to.error(12, status, "x", "again", fails(RETRY, "conflict"));
        }
        to.error(20, 500, "api_error", "Internal", fails(RETRY, "server-error"));
        for (int status : List.of(502, 503, 504)) {
            to.reply(21, status, "Content-Type: text/html\r\n", PAGE, fails(RETRY, "gateway"));
        }
        to.error(22, 503, "slow_down", "Slow down", fails(SLOW, "rate-limited"));
        to.error(22, 503, "x", "server_is_overloaded", fails(SLOW, "rate-limited"));
        to.error(23, 529, "overloaded_error", "Overloaded", fails(RETRY, "overloaded"));
        for (int status : List.of(520, 527, 599)) {
            to.reply(24, status, "", PAGE, fails(RETRY, "server-error"));
        }
        to.reply(25, 500, "X-Should-Retry: false\r\n", "", fails(ROW, "server-error"));
        to.reply(25, 422, "X-Should-Retry: true\r\n", "", fails(RETRY, "bad-request"));
        to.reply(25, 401, "X-Should-Retry: true\r\n", "", fails(RUN, "unauthorised"));
    }
}
