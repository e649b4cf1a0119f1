package fellowship.quality;

import java.util.HashSet;
import java.util.Set;

/** How alike two texts are. */
public final class Likeness {

    private Likeness() {}

    /** The share of words that both have of all words that either has (Jaccard), 0 to 1; 1 for two texts without words. */
    public static double ofWords(String one, String other) {
        Set<String> first = new HashSet<>(Words.of(one));
        Set<String> second = new HashSet<>(Words.of(other));
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        first.retainAll(second);
        return all.isEmpty() ? 1 : (double) first.size() / all.size();
    }
}
