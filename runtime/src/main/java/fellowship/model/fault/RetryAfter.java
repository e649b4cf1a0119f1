package fellowship.model.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a provider asks us to wait, in all the ways they write it: {@code 20}, {@code 0.5}, {@code 1m30s},
 * {@code 12ms}, an HTTP date, an RFC 3339 instant, seconds or milliseconds since 1970, or a sentence ("try again in
 * 9.816s"). What is negative, past, not finite, beyond belief (a month) or not a time at all is absent.
 */
public final class RetryAfter {

    /** The longest wait that a call is simply put off for; for a longer one its provider is left alone. */
    public static final Duration LONGEST = Duration.ofSeconds(120);

    /** What is longer is a mistake of the server, and as good as nothing. */
    private static final double BELIEVED_SECONDS = Duration.ofDays(31).toSeconds();

    /** A number of seconds from here on is a time since 1970; from the next on it is in milliseconds. */
    private static final double SINCE_1970 = 1e9;

    private static final double MILLIS_SINCE_1970 = 1e12;

    private static final List<String> MILLIS = List.of("retry-after-ms", "x-ms-retry-after-ms");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}(?:\\.\\d{0,30})?");
    private static final Pattern UNITS = Pattern.compile("(?:\\d{1,15}(?:\\.\\d{1,15})?(?:ms|us|µs|ns|[dhms]))+");
    private static final Pattern UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|us|µs|ns|[dhms])");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:try again|retry|wait)\\s+(?:in|after|for)\\s+(\\d{1,15}(?:\\.\\d{1,15})?)\\s*"
                    + "(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h)(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_UNITS = Pattern.compile(
            "(?:try again|retry|wait)\\s+(?:in|after|for)\\s+((?:\\d{1,15}(?:\\.\\d{1,15})?(?:ms|[dhms]))+)(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BODY = Pattern.compile(
            "\"retry_?(?:delay|after)\"\\s*:\\s*\"?(\\d{1,15}(?:\\.\\d{1,15})?)s?\"?", Pattern.CASE_INSENSITIVE);

    private RetryAfter() {}

    /** The wait that {@code retry-after-ms} or {@code retry-after} asks for. */
    public static Optional<Duration> fromHeaders(Function<String, @Nullable String> header, Supplier<Instant> now) {
        for (String name : MILLIS) {
            String millis = header.apply(name);
            if (millis != null && NUMBER.matcher(millis.strip()).matches()) {
                return seconds(Double.parseDouble(millis.strip()) / 1000);
            }
        }
        String text = header.apply("retry-after");
        return text == null ? Optional.empty() : parse(text, now);
    }

    /** When an allowance is whole again by a header that may hold seconds, a time since 1970 or any other spelling. */
    public static Optional<Duration> untilReset(String value, Supplier<Instant> now) {
        String text = value.strip();
        if (!NUMBER.matcher(text).matches() || Double.parseDouble(text) < SINCE_1970) {
            return parse(text, now);
        }
        double number = Double.parseDouble(text);
        double at = number < MILLIS_SINCE_1970 ? number : number / 1000;
        double wait = at - now.get().toEpochMilli() / 1000.0;
        return wait < 0 ? Optional.empty() : seconds(wait);
    }

    /** The wait that a header's value means; {@code now} is asked only when it is a date. */
    public static Optional<Duration> parse(String value, Supplier<Instant> now) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches()) {
            return seconds(Double.parseDouble(text));
        }
        if (UNITS.matcher(text).matches()) {
            return units(text);
        }
        return date(text)
                .map(date -> Duration.between(now.get(), date))
                .filter(wait -> !wait.isNegative() && wait.toSeconds() <= BELIEVED_SECONDS);
    }

    /** The wait that an error's body names in a field of its own. */
    static Optional<Duration> inBody(String body) {
        Matcher field = BODY.matcher(body);
        return field.find() ? seconds(Double.parseDouble(field.group(1))) : Optional.empty();
    }

    /** The wait that an error message names. */
    public static Optional<Duration> inSentence(String message) {
        Matcher compound = SENTENCE_UNITS.matcher(message);
        if (compound.find()) {
            return units(compound.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher plain = SENTENCE.matcher(message);
        return plain.find() ? seconds(Double.parseDouble(plain.group(1)) * scale(plain.group(2))) : Optional.empty();
    }

    private static Optional<Duration> units(String text) {
        double sum = 0;
        Matcher unit = UNIT.matcher(text);
        while (unit.find()) {
            sum += Double.parseDouble(unit.group(1)) * scale(unit.group(2));
        }
        return seconds(sum);
    }

    private static double scale(String unit) {
        String word = unit.toLowerCase(Locale.ROOT);
        if (word.equals("ns")) {
            return 1e-9;
        }
        if (word.equals("us") || word.equals("µs")) {
            return 1e-6;
        }
        if (word.startsWith("ms") || word.startsWith("milli")) {
            return 1e-3;
        }
        return switch (word.charAt(0)) {
            case 'm' -> 60;
            case 'h' -> 3600;
            case 'd' -> 86400;
            default -> 1;
        };
    }

    /** Rounded up to a millisecond: never earlier than asked. */
    private static Optional<Duration> seconds(double value) {
        return value > BELIEVED_SECONDS
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) Math.ceil(value * 1000)));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    Character.isDigit(text.charAt(0))
                            ? ZonedDateTime.parse(text).toInstant()
                            : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
