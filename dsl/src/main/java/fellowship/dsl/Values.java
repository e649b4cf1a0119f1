package fellowship.dsl;

import fellowship.text.Lexical;
import fellowship.text.Numerals;
import fellowship.text.Readability;
import java.util.List;
import java.util.Locale;

/**
 * The functions of values that closures may use beside those of texts, numbers and lists: pure, without a clock, chance or
 * files. This is the whole list, for every reader of scripts.
 */
public final class Values {

    private Values() {}

    /** How many words a text has: runs of letters, digits, apostrophes and hyphens. */
    public static int words(String text) {
        return Lexical.words(text).size();
    }

    /** How many sentences a text has: parts that end in {@code .}, {@code !}, {@code ?} or {@code …}; at least 1 where there is a word. */
    public static int sentences(String text) {
        return Readability.sentences(text);
    }

    /** The share of different words among all words, from 0 to 1; 0 for a text without words. */
    public static double typeTokenRatio(String text) {
        return Lexical.typeTokenRatio(Lexical.words(text));
    }

    /** The measure of textual lexical diversity (McCarthy and Jarvis 2010): the mean number of words over which the share of different words stays above 0.72, read from both ends; 0 for a text without words. */
    public static double mtld(String text) {
        return Lexical.mtld(Lexical.words(text));
    }

    /** Flesch's reading ease of an English text: about 100 is very easy, below 30 very hard; 0 for a text without words. */
    public static double readability(String text) {
        return Readability.fleschReadingEase(text);
    }

    /** The share of a text's words that stand in a list, from 0 to 1, whatever their case; 0 for a text without words. */
    public static double shareOf(List<String> list, String text) {
        return Lexical.share(list, Lexical.words(text));
    }

    /** Whether a text holds another, whatever their case. */
    public static boolean holds(String text, String other) {
        return text.toLowerCase(Locale.ROOT).contains(other.toLowerCase(Locale.ROOT));
    }

    /** Whether a text holds a number. */
    public static boolean hasNumber(String text) {
        return Numerals.last(text).isPresent();
    }

    /** The last number in a text, where final answers stand: 72 of {@code So it is 72.}, 1200 of {@code $1,200}; an error where there is none, so ask for hasNumber first. */
    public static double number(String text) {
        return Numerals.last(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no number in this text; ask for hasNumber first"));
    }

    /** The mean of numbers; an error where there are none. */
    public static double mean(List<? extends Number> numbers) {
        return numbers.stream()
                .mapToDouble(Number::doubleValue)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("there is no mean of no numbers"));
    }
}
