package fellowship.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What kinds of words a text is made of. Words are compared in lower case. */
public final class Lexical {

    // possessive: a long chain of hyphens must not go deep into the stack
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:['’-][\\p{L}\\p{M}\\p{N}]++)*+");

    /** Where a factor ends (McCarthy and Jarvis 2010, p. 384). */
    private static final double THRESHOLD = 0.72;

    private Lexical() {}

    /** The words in their order, in lower case. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Different words by all words, 0 to 1; 0 where there are none. */
    public static double typeTokenRatio(List<String> words) {
        return words.isEmpty() ? 0 : (double) new HashSet<>(words).size() / words.size();
    }

    /** The share of words that stand in a list, 0 to 1; 0 where there are no words. */
    public static double share(Collection<String> list, List<String> words) {
        Set<String> wanted =
                list.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(wanted::contains).count() / words.size();
    }

    /**
     * MTLD (McCarthy and Jarvis 2010, Behavior Research Methods 42): words by factors, the mean of reading forwards and
     * backwards. A factor is a run whose type-token ratio has fallen to 0.72; what is left counts as the part of a factor
     * that its ratio has come from 1 towards 0.72. A text whose ratio never falls below 1 has no factor at all; its number
     * of words is given.
     *
     * @return 0 or more; 0 where there are no words
     */
    public static double mtld(List<String> words) {
        List<String> backwards = new ArrayList<>(words);
        Collections.reverse(backwards);
        return (oneWay(words) + oneWay(backwards)) / 2;
    }

    private static double oneWay(List<String> words) {
        double factors = 0;
        Set<String> types = new HashSet<>();
        int tokens = 0;
        double ratio = 1;
        for (String word : words) {
            types.add(word);
            tokens++;
            ratio = (double) types.size() / tokens;
            if (ratio <= THRESHOLD) {
                factors++;
                types.clear();
                tokens = 0;
                ratio = 1;
            }
        }
        factors += (1 - ratio) / (1 - THRESHOLD);
        return factors == 0 ? words.size() : words.size() / factors;
    }
}
