package fellowship.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often one side said one category where the other said another: rows for the first (gold, where there is one),
 * columns for the second. Immutable.
 *
 * @param <T> labels or numbers
 */
public final class Confusion<T> {

    private final List<T> categories;
    private final int[] first;
    private final int[] second;
    private final long[][] counts;

    private Confusion(List<T> categories, int[] first, int[] second) {
        this.categories = categories;
        this.first = first;
        this.second = second;
        this.counts = new long[categories.size()][categories.size()];
        for (int i = 0; i < first.length; i++) {
            counts[first[i]][second[i]]++;
        }
    }

    /** Over the categories that occur on either side, in their natural order. */
    public static <T extends Comparable<? super T>> Confusion<T> of(Ratings.Paired<T> paired) {
        return of(paired, Comparator.naturalOrder());
    }

    /** The same in an order of its own, which counts where categories are weighted by their distance. */
    public static <T> Confusion<T> of(Ratings.Paired<T> paired, Comparator<? super T> order) {
        Map<T, Integer> places = new TreeMap<>(order);
        paired.first().forEach(value -> places.put(value, 0));
        paired.second().forEach(value -> places.put(value, 0));
        int next = 0;
        for (Map.Entry<T, Integer> place : places.entrySet()) {
            place.setValue(next++);
        }
        int[] first = paired.first().stream()
                .mapToInt(value -> places.getOrDefault(value, 0))
                .toArray();
        int[] second = paired.second().stream()
                .mapToInt(value -> places.getOrDefault(value, 0))
                .toArray();
        return new Confusion<>(List.copyOf(places.keySet()), first, second);
    }

    /**
     * Of these items, by their places; one may stand there more than once, as a bootstrap draws them. All categories stay,
     * also those that these items do not have.
     */
    public Confusion<T> drawn(int... items) {
        int[] ones = new int[items.length];
        int[] others = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            ones[i] = first[items[i]];
            others[i] = second[items[i]];
        }
        return new Confusion<>(categories, ones, others);
    }

    public List<T> categories() {
        return categories;
    }

    /** How often the first said the one and the second the other, by their places. */
    public long count(int first, int second) {
        return counts[first][second];
    }

    /** How many items both have a value for. */
    public long total() {
        return first.length;
    }

    /** How often the first said it. */
    public long firstTotal(int category) {
        long sum = 0;
        for (long count : counts[category]) {
            sum += count;
        }
        return sum;
    }

    /** How often the second said it. */
    public long secondTotal(int category) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[category];
        }
        return sum;
    }

    /** How often both said the same. */
    public long agreeing() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i][i];
        }
        return sum;
    }

    /** The share of items on which both say the same, from 0 to 1; with gold on one side: accuracy. */
    public Measure agreement() {
        return total() == 0 ? Measure.absent("no item has both") : Measure.of((double) agreeing() / total());
    }
}
