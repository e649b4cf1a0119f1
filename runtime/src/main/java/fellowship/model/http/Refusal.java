package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Makes the exception for an answer that is none. No text in it holds the key.
 *
 * @param who which provider and model
 * @param reply what came
 * @param rates what its headers say about limits
 * @param key what must not be shown
 */
record Refusal(String who, HttpReply reply, RateHeaders rates, Optional<ApiKey> key) {

    private static final int TOO_MANY_REQUESTS = 429;

    ModelException byStatus(byte[] bytes) {
        int status = reply.status();
        if (status >= 300 && status < 400) {
            return classified(
                    "redirect", status, List.of(), "to " + header("location").orElse("nowhere"), bytes);
        }
        if (status < 200) {
            return classified("interim", status, List.of(), "", bytes);
        }
        Optional<ErrorBody> error = errorIn(bytes);
        return classified(
                "",
                status,
                error.map(ErrorBody::codes).orElse(List.of()),
                error.map(ErrorBody::message).orElse(""),
                bytes);
    }

    /** An error in an answer of status 200: what it says inside counts as if it had been the status. */
    ModelException inside(ErrorBody error, byte[] bytes) {
        FaultFacts bare = facts("", error.status(), error.codes(), error.message(), bytes);
        return FaultTable.standard().find(bare).isPresent()
                ? FaultTable.standard().classify(bare)
                : seen("error-in-answer", error.message(), bytes);
    }

    ModelException seen(String mark, String message, byte[] bytes) {
        return classified(mark, 0, List.of(), message, bytes);
    }

    Optional<String> requestId() {
        return header("x-request-id").or(() -> header("request-id"));
    }

    private ModelException classified(String mark, int status, List<String> codes, String message, byte[] bytes) {
        return FaultTable.standard().classify(facts(mark, status, codes, message, bytes));
    }

    private FaultFacts facts(String mark, int status, List<String> codes, String message, byte[] bytes) {
        return new FaultFacts(
                who,
                Stage.ANSWER,
                mark,
                status,
                codes,
                ApiKey.redact(key, message),
                ApiKey.redact(key, text(bytes)),
                status == TOO_MANY_REQUESTS ? rates.pause() : rates.retryAfter(),
                header("x-should-retry").map(Boolean::parseBoolean));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(reply.header(name));
    }

    /** The first part of the body as text; what is not UTF-8 is shown as U+FFFD. */
    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, FaultFacts.MOST_RAW), StandardCharsets.UTF_8);
    }

    private static Optional<ErrorBody> errorIn(byte[] bytes) {
        try {
            return ErrorBody.of(Json.read(bytes), true);
        } catch (WireFault notJson) {
            return Optional.empty();
        }
    }
}
