package fellowship.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word that a misspelt one is nearest to: by the number of letters added, left out, changed or exchanged with
 * their neighbour (optimal string alignment), at most a third of the longer word. The beginning of a word, three letters
 * or more, is as near as one letter. Upper and lower case are the same.
 */
public final class Nearest {

    private Nearest() {}

    /** The nearest known word, if one is near enough; of equally near ones the first. */
    public static Optional<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= bound(written, word))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** What an error message says after the unknown word: the nearest one, else all there are. */
    public static String hint(String written, Collection<String> known) {
        if (known.isEmpty()) {
            return "there are none";
        }
        return of(written, known)
                .map(word -> "did you mean '" + word + "'?")
                .orElseGet(() -> "known: " + String.join(", ", known));
    }

    private static int bound(String written, String word) {
        return Math.max(1, Math.max(written.length(), word.length()) / 3);
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (a.length() >= 3 && b.startsWith(a)) {
            return a.length() == b.length() ? 0 : 1;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
