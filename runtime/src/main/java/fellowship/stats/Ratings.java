package fellowship.stats;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What annotators said of items: a table of labels or numbers in which values may be missing. Items and annotators stand
 * in the order in which they were first named. Immutable.
 *
 * @param <T> labels ({@code String}) or numbers ({@code Double})
 */
public final class Ratings<T extends Comparable<? super T>> {

    /** The code of a value that is missing. */
    public static final int NONE = -1;

    private static final int MISSING = NONE;

    private final List<String> items;
    private final List<String> annotators;
    private final List<T> categories;
    /** Item by annotator: the index of the category. */
    private final int[][] codes;

    private Ratings(List<String> items, List<String> annotators, List<T> categories, int[][] codes) {
        this.items = items;
        this.annotators = annotators;
        this.categories = categories;
        this.codes = codes;
    }

    public static <T extends Comparable<? super T>> Builder<T> builder() {
        return new Builder<>();
    }

    /**
     * A table from codes, for many items: they have their places as names, from 1.
     *
     * @param categories in their order; ones that do not occur are left out
     * @param codes item by annotator, the place of the category or {@link #NONE}
     */
    public static <T extends Comparable<? super T>> Ratings<T> coded(
            List<String> annotators, List<T> categories, int[][] codes) {
        int[] places = new int[categories.size()];
        Arrays.stream(codes)
                .flatMapToInt(Arrays::stream)
                .filter(code -> code != NONE)
                .forEach(code -> places[code] = 1);
        List<T> occurring = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] == 1) {
                places[i] = occurring.size();
                occurring.add(categories.get(i));
            }
        }
        int[][] rows = Arrays.stream(codes)
                .map(row -> Arrays.stream(row)
                        .map(code -> code == NONE ? NONE : places[code])
                        .toArray())
                .toArray(int[][]::new);
        return new Ratings<>(
                IntStream.rangeClosed(1, codes.length).mapToObj(String::valueOf).toList(),
                List.copyOf(annotators),
                List.copyOf(occurring),
                rows);
    }

    public List<String> items() {
        return items;
    }

    public List<String> annotators() {
        return annotators;
    }

    /** All values that occur, each once: in the order they were declared in, else in their natural order. */
    public List<T> categories() {
        return categories;
    }

    /** What an annotator said of an item, by their places. */
    public Optional<T> value(int item, int annotator) {
        int code = codes[item][annotator];
        return code == MISSING ? Optional.empty() : Optional.of(categories.get(code));
    }

    /** The place of the value among the categories; -1 where it is missing. */
    int code(int item, int annotator) {
        return codes[item][annotator];
    }

    /** The places of all values of an item; -1 where one is missing. Not to be changed. */
    int[] codes(int item) {
        return codes[item];
    }

    /** How many values there are. */
    public long present() {
        return Arrays.stream(codes)
                .flatMapToInt(Arrays::stream)
                .filter(code -> code != MISSING)
                .count();
    }

    /** The values of one item, missing ones left out. */
    public List<T> of(int item) {
        return Arrays.stream(codes[item])
                .filter(code -> code != MISSING)
                .mapToObj(categories::get)
                .toList();
    }

    /** How often each category was said of each item. */
    int[][] counts() {
        int[][] counts = new int[codes.length][categories.size()];
        for (int i = 0; i < codes.length; i++) {
            for (int code : codes[i]) {
                if (code != MISSING) {
                    counts[i][code]++;
                }
            }
        }
        return counts;
    }

    /** What two annotators said of the items that both have a value for. */
    public Paired<T> pair(int first, int second) {
        List<T> one = new ArrayList<>();
        List<T> other = new ArrayList<>();
        for (int[] row : codes) {
            if (row[first] != MISSING && row[second] != MISSING) {
                one.add(categories.get(row[first]));
                other.add(categories.get(row[second]));
            }
        }
        return new Paired<>(one, other);
    }

    /** The rows of these items, by their places; an item may stand there more than once, as a bootstrap draws them. */
    public Ratings<T> drawn(int... places) {
        int[][] rows = new int[places.length][];
        Arrays.setAll(rows, i -> codes[places[i]]);
        List<String> named = new AbstractList<>() {
            @Override
            public String get(int i) {
                return items.get(places[i]);
            }

            @Override
            public int size() {
                return places.length;
            }
        };
        return new Ratings<>(named, annotators, categories, rows);
    }

    /** The columns of these annotators, by their places; all items stay. */
    public Ratings<T> only(int... places) {
        List<String> named = Arrays.stream(places).mapToObj(annotators::get).toList();
        int[][] rows = new int[codes.length][places.length];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < places.length; a++) {
                rows[i][a] = codes[i][places[a]];
            }
        }
        return new Ratings<>(items, named, categories, rows);
    }

    /**
     * Two lists of the same length.
     *
     * @param first what one said
     * @param second what the other said of the same items
     */
    public record Paired<T>(List<T> first, List<T> second) {
        public Paired {
            if (first.size() != second.size()) {
                throw new IllegalArgumentException(
                        "there are " + first.size() + " values on one side and " + second.size() + " on the other");
            }
            first = List.copyOf(first);
            second = List.copyOf(second);
        }

        public int size() {
            return first.size();
        }
    }

    /** Collects what was said, in any order. */
    public static final class Builder<T extends Comparable<? super T>> {

        private final Map<String, Map<String, T>> rows = new LinkedHashMap<>();
        private final Map<String, Integer> annotators = new LinkedHashMap<>();
        private final List<String> twice = new ArrayList<>();
        private List<T> order = List.of();

        private Builder() {}

        public Builder<T> add(String item, String annotator, T value) {
            missing(item, annotator);
            T before = rows.computeIfAbsent(item, name -> new LinkedHashMap<>()).putIfAbsent(annotator, value);
            if (before != null) {
                twice.add("item '" + item + "', annotator '" + annotator + "'");
            }
            return this;
        }

        /** Names an item and an annotator of whom nothing is known. */
        public Builder<T> missing(String item, String annotator) {
            rows.computeIfAbsent(item, name -> new LinkedHashMap<>());
            annotators.putIfAbsent(annotator, annotators.size());
            return this;
        }

        /** From the least to the greatest, for labels whose order is not that of the alphabet. */
        public Builder<T> order(List<T> categories) {
            order = List.copyOf(categories);
            return this;
        }

        /**
         * The table.
         *
         * @throws IllegalArgumentException naming what was entered twice, or a value that the order does not have
         */
        public Ratings<T> build() {
            if (!twice.isEmpty()) {
                throw new IllegalArgumentException("entered twice: " + String.join("; ", twice));
            }
            TreeSet<T> found = new TreeSet<>();
            rows.values().forEach(row -> found.addAll(row.values()));
            List<T> categories = ordered(found);
            Map<T, Integer> places = new LinkedHashMap<>();
            IntStream.range(0, categories.size()).forEach(i -> places.put(categories.get(i), i));
            int[][] codes = new int[rows.size()][annotators.size()];
            int item = 0;
            for (Map<String, T> row : rows.values()) {
                Arrays.fill(codes[item], MISSING);
                for (Map.Entry<String, T> said : row.entrySet()) {
                    codes[item][place(annotators, said.getKey())] = place(places, said.getValue());
                }
                item++;
            }
            return new Ratings<>(List.copyOf(rows.keySet()), List.copyOf(annotators.keySet()), categories, codes);
        }

        private static <K> int place(Map<K, Integer> places, K key) {
            return places.getOrDefault(key, MISSING);
        }

        private List<T> ordered(Collection<T> found) {
            if (order.isEmpty()) {
                return List.copyOf(found);
            }
            List<T> unknown =
                    found.stream().filter(value -> !order.contains(value)).toList();
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("not in the order of the categories: " + unknown);
            }
            return order.stream().filter(found::contains).toList();
        }
    }
}
