package fellowship.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a misspelt word may have meant: at most a third of its letters wrong, swapped neighbours count once. */
final class Nearest {

    private record Near(String name, int distance) {}

    private Nearest() {}

    /** Up to three names, the nearest first. */
    static List<String> of(String wrong, Collection<String> names) {
        int limit = Math.max(1, (wrong.length() + 2) / 3);
        return names.stream()
                .distinct()
                .filter(name -> !name.equals(wrong))
                .map(name -> new Near(name, rank(wrong, name)))
                .filter(near -> near.distance <= limit)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(3)
                .map(Near::name)
                .toList();
    }

    /** The end of a message: {@code ; did you mean prompt?}, or the names there are, or nothing. */
    static String hint(String wrong, Collection<String> names, String otherwise) {
        List<String> near = of(wrong, names);
        if (!near.isEmpty()) {
            return "; did you mean " + String.join(" or ", near) + "?";
        }
        return names.isEmpty() || otherwise.isEmpty() ? "" : "; " + otherwise + " " + String.join(", ", names);
    }

    private static int rank(String wrong, String name) {
        if (name.equalsIgnoreCase(wrong)) {
            return 0;
        }
        if (wrong.length() > 2 && name.startsWith(wrong)) {
            return 1;
        }
        return distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Edits between two words: insert, delete, replace, swap neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
