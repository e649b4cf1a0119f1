package fellowship.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How hard an English text is to read. */
public final class Readability {

    private static final Pattern END = Pattern.compile("(?<![.!?…])[.!?…]++(?=\\s|$)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private Readability() {}

    /** Parts that end in a mark before a space or the end; one at least where there is a word. */
    public static int sentences(String text) {
        return (int) END.splitAsStream(text)
                .filter(part -> !Lexical.words(part).isEmpty())
                .count();
    }

    /**
     * Flesch (1948): 206.835 - 1.015 words per sentence - 84.6 syllables per word. Syllables are counted as groups of vowels,
     * without a silent e at the end; one at least.
     *
     * @return about 100 for very easy texts, below 30 for very hard ones, unbounded on both sides; 0 without words
     */
    public static double fleschReadingEase(String text) {
        List<String> words = Lexical.words(text);
        if (words.isEmpty()) {
            return 0;
        }
        double syllables = words.stream().mapToInt(Readability::syllables).sum();
        return 206.835 - 1.015 * words.size() / sentences(text) - 84.6 * syllables / words.size();
    }

    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int groups = (int) VOWELS.matcher(lower).results().count();
        boolean silent = lower.endsWith("e") && !lower.endsWith("le") && groups > 1;
        return Math.max(1, silent ? groups - 1 : groups);
    }
}
