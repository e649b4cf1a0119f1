package fellowship.stats;

import java.util.function.Function;

/** Small tables, written as they look: a row an item, a letter an annotator, a dot where a value is missing. */
final class Tables {

    private Tables() {}

    static Ratings<String> labels(String... rows) {
        return table(letter -> letter, rows);
    }

    static Ratings<Double> numbers(String... rows) {
        return table(Double::valueOf, rows);
    }

    static Confusion<String> confusion(String... rows) {
        return Confusion.of(labels(rows).pair(0, 1));
    }

    private static <T extends Comparable<? super T>> Ratings<T> table(Function<String, T> value, String... rows) {
        Ratings.Builder<T> builder = Ratings.builder();
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < rows[i].length(); a++) {
                String letter = rows[i].substring(a, a + 1);
                if (letter.equals(".")) {
                    builder.missing("i" + i, "a" + a);
                } else {
                    builder.add("i" + i, "a" + a, value.apply(letter));
                }
            }
        }
        return builder.build();
    }
}
