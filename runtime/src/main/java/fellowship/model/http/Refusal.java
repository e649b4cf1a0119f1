package fellowship.model.http;

import fellowship.chat.ModelException;
import fellowship.model.fault.FaultFacts;
import fellowship.model.fault.FaultTable;
import fellowship.model.fault.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes the exception for an answer that is none. No text in it holds the key.
 *
 * @param who which provider and model
 * @param reply what came
 * @param rates what its headers say about limits
 * @param secrets what must not be shown
 */
record Refusal(String who, HttpReply reply, RateHeaders rates, Secrets secrets) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern SHORT_WORD = Pattern.compile("[\\x21-\\x7e]{1,200}");

    ModelException byStatus(Body body) {
        int status = reply.status();
        if (status >= 300 && status < 400) {
            return classified(
                    "redirect", status, List.of(), "to " + header("location").orElse("nowhere"), body);
        }
        if (status < 200) {
            return classified("interim", status, List.of(), "", body);
        }
        Optional<ErrorBody> error = errorIn(body);
        return classified(
                "",
                status,
                error.map(ErrorBody::codes).orElse(List.of()),
                error.map(ErrorBody::message).orElse(""),
                body);
    }

    /** An error in an answer of status 200: what it says inside counts as if it had been the status. */
    ModelException inside(ErrorBody error, Body body) {
        FaultFacts bare = facts("", error.status(), error.codes(), error.message(), body);
        return FaultTable.standard().find(bare).isPresent()
                ? FaultTable.standard().classify(bare)
                : seen("error-in-answer", error.message(), body);
    }

    ModelException seen(String mark, String message, Body body) {
        return classified(mark, 0, List.of(), message, body);
    }

    /** The provider's own name for the call: a short word, since it is kept and shown. */
    Optional<String> requestId() {
        return header("x-request-id")
                .or(() -> header("request-id"))
                .map(secrets::fromMessage)
                .filter(id -> SHORT_WORD.matcher(id).matches());
    }

    private ModelException classified(String mark, int status, List<String> codes, String message, Body body) {
        return FaultTable.standard().classify(facts(mark, status, codes, message, body));
    }

    private FaultFacts facts(String mark, int status, List<String> codes, String message, Body body) {
        return new FaultFacts(
                who,
                Stage.ANSWER,
                mark,
                status,
                codes,
                secrets.fromMessage(message),
                secrets.fromMessage(text(body)),
                status == TOO_MANY_REQUESTS ? rates.pause() : rates.retryAfter(),
                header("x-should-retry").map(Boolean::parseBoolean));
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(reply.header(name));
    }

    /** The first part of the body as text; what is not UTF-8 is shown as U+FFFD. */
    private static String text(Body body) {
        return new String(body.first(FaultFacts.MOST_RAW), StandardCharsets.UTF_8);
    }

    private static Optional<ErrorBody> errorIn(Body body) {
        try {
            return ErrorBody.of(Json.read(body), true);
        } catch (WireFault notJson) {
            return Optional.empty();
        }
    }
}
