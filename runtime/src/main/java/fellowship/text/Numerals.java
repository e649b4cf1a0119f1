package fellowship.text;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they stand in prose. */
public final class Numerals {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-−]?(?:\\d{1,3}(?:,\\d{3})++|\\d+)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");

    private Numerals() {}

    /** The last number of a text; commas between groups of three digits are no part of it. */
    public static OptionalDouble last(String text) {
        OptionalDouble last = OptionalDouble.empty();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replace(",", "").replace('−', '-');
            last = OptionalDouble.of(Double.parseDouble(digits));
        }
        return last;
    }
}
