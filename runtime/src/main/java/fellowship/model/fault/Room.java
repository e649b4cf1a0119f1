package fellowship.model.fault;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many tokens a completion may still have, where a refusal says that the prompt fits and the bound does not. */
public final class Room {

    /** With less than this no answer is worth its price. */
    private static final long LEAST = 16;

    /** Each has what is allowed in its group {@code limit} and, but for the last ones, the prompt's tokens in {@code prompt}. */
    private static final List<Pattern> WORDS = List.of(
            words("context length is (?<limit>\\d{1,12}) tokens.{0,60}?requested \\d{1,12} tokens"
                    + " \\((?<prompt>\\d{1,12}) (?:in|of) "),
            words("context length is (?<limit>\\d{1,12}) tokens.{0,60}?has (?<prompt>\\d{1,12}) input tokens"),
            words("exceed context limit: (?<prompt>\\d{1,12}) \\+ \\d{1,12} > (?<limit>\\d{1,12})"),
            words("supports at most (?<limit>\\d{1,12}) (?:completion|output) tokens(?<prompt>)"),
            words("max_tokens: \\d{1,12} > (?<limit>\\d{1,12})(?<prompt>)"));

    private Room() {}

    /**
     * The bound to ask with instead.
     *
     * @param words what the server said
     * @param asked the bound that was refused
     * @return a smaller bound that fits; absent where the words name none, or only one that is of no use
     */
    public static OptionalInt left(String words, int asked) {
        for (Pattern pattern : WORDS) {
            Matcher matcher = pattern.matcher(words);
            if (matcher.find()) {
                String prompt = matcher.group("prompt");
                long left = Long.parseLong(matcher.group("limit")) - (prompt.isEmpty() ? 0 : Long.parseLong(prompt));
                return left >= LEAST && left < asked ? OptionalInt.of((int) left) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
