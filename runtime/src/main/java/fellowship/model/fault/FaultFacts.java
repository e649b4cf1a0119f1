package fellowship.model.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a call that failed. Texts have no key in them any more.
 *
 * @param who which provider and model, for a person
 * @param stage how far it had come
 * @param mark what the wire or the provider's reader saw, in the words of {@code faults.json}; empty for a plain status
 * @param status the HTTP status, 0 when there was none
 * @param codes the error's code and type, in lower case
 * @param message the provider's own words, or the exception's; may be empty
 * @param body what was received, at most {@link #MOST_RAW} characters
 * @param retryAfter how long the provider asks us to wait
 * @param shouldRetry what the provider says of a further try
 */
public record FaultFacts(
        String who,
        Stage stage,
        String mark,
        int status,
        List<String> codes,
        String message,
        String body,
        Optional<Duration> retryAfter,
        Optional<Boolean> shouldRetry) {

    /** How much of an answer is kept, in characters. */
    public static final int MOST_RAW = 65_536;

    private static final Pattern TOO_MUCH = Pattern.compile(
            "limit:?\\s*(\\d{1,15}).{0,60}?requested:?\\s*(\\d{1,15})", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public FaultFacts {
        codes = codes.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
        body = body.length() > MOST_RAW ? body.substring(0, MOST_RAW) : body;
    }

    /** A failure that the wire or the provider's reader saw. */
    public static FaultFacts seen(String who, Stage stage, String mark, String message, String body) {
        return new FaultFacts(who, stage, mark, 0, List.of(), message, body, Optional.empty(), Optional.empty());
    }

    String text() {
        return body.contains(message) ? body : message + "\n" + body;
    }

    boolean isHtml() {
        String start = body.stripLeading();
        return start.startsWith("<");
    }

    boolean isOverLimit() {
        Matcher numbers = TOO_MUCH.matcher(text());
        return numbers.find() && Long.parseLong(numbers.group(2)) > Long.parseLong(numbers.group(1));
    }
}
