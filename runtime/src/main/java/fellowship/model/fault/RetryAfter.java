package fellowship.model.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a provider asks us to wait, in all the ways they write it: {@code 20}, {@code 0.5}, {@code 1m30s},
 * {@code 12ms}, an HTTP date, an RFC 3339 instant, or a sentence ("try again in 9.816s"). What is negative, past, not
 * finite or not a time at all is absent.
 */
public final class RetryAfter {

    /** The longest wait that is obeyed. */
    public static final Duration LONGEST = Duration.ofSeconds(120);

    /** What is longer than this is taken as this, so that no sum overflows. */
    private static final double MOST_SECONDS = Duration.ofDays(3650).toSeconds();

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

    private RetryAfter() {}

    /** The wait that {@code retry-after-ms} or {@code retry-after} asks for, at most {@link #LONGEST}. */
    public static Optional<Duration> fromHeaders(Function<String, @Nullable String> header, Supplier<Instant> now) {
        String millis = header.apply("retry-after-ms");
        if (millis != null && NUMBER.matcher(millis.strip()).matches()) {
            return Optional.of(bounded(seconds(Double.parseDouble(millis.strip()) / 1000)));
        }
        String text = header.apply("retry-after");
        return text == null ? Optional.empty() : parse(text, now).map(RetryAfter::bounded);
    }

    /** The wait that a header's value means; {@code now} is asked only when it is a date. */
    public static Optional<Duration> parse(String value, Supplier<Instant> now) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(seconds(Double.parseDouble(text)));
        }
        if (UNITS.matcher(text).matches()) {
            return Optional.of(units(text));
        }
        return date(text).map(date -> Duration.between(now.get(), date)).filter(wait -> !wait.isNegative());
    }

    /** The wait that an error message names, at most {@link #LONGEST}. */
    public static Optional<Duration> inSentence(String message) {
        Matcher compound = SENTENCE_UNITS.matcher(message);
        if (compound.find()) {
            return Optional.of(bounded(units(compound.group(1).toLowerCase(java.util.Locale.ROOT))));
        }
        Matcher plain = SENTENCE.matcher(message);
        return plain.find()
                ? Optional.of(bounded(seconds(Double.parseDouble(plain.group(1)) * scale(plain.group(2)))))
                : Optional.empty();
    }

    public static Duration bounded(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration units(String text) {
        double sum = 0;
        Matcher unit = UNIT.matcher(text);
        while (unit.find()) {
            sum += Double.parseDouble(unit.group(1)) * scale(unit.group(2));
        }
        return seconds(sum);
    }

    private static double scale(String unit) {
        String word = unit.toLowerCase(java.util.Locale.ROOT);
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
    private static Duration seconds(double value) {
        return Duration.ofMillis((long) Math.ceil(Math.min(value, MOST_SECONDS) * 1000));
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
