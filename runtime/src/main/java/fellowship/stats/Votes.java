package fellowship.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Rules that settle what several annotators said of one item. Values that are missing or unreadable are left out before.
 * Nothing settles where there are no votes, and where two labels have equally many: a tie stays a tie.
 */
public final class Votes {

    private Votes() {}

    /** The label that most say. */
    public static <T> Optional<T> mode(List<T> votes) {
        return weightedMode(votes, Collections.nCopies(votes.size(), 1.0));
    }

    /** The label that most say of each item; quicker than item by item. */
    public static <T extends Comparable<? super T>> List<Optional<T>> modes(Ratings<T> ratings) {
        List<Optional<T>> labels =
                ratings.categories().stream().map(Optional::of).toList();
        List<Optional<T>> modes = new ArrayList<>(ratings.items().size());
        int[] counts = new int[labels.size()];
        for (int item = 0; item < ratings.items().size(); item++) {
            int[] codes = ratings.codes(item);
            int most = 0;
            for (int code : codes) {
                most = code < 0 ? most : Math.max(most, ++counts[code]);
            }
            int mode = -1;
            boolean tie = false;
            for (int code : codes) {
                if (code >= 0) {
                    tie |= counts[code] == most && mode >= 0;
                    mode = counts[code] == most ? code : mode;
                    counts[code] = 0;
                }
            }
            modes.add(mode < 0 || tie ? Optional.empty() : labels.get(mode));
        }
        return modes;
    }

    /**
     * The label with the greatest sum of weights. Sums that differ by less than a billionth of all weights are equal, and a
     * sum of 0 settles nothing.
     *
     * @param weights as many as votes, 0 or more
     */
    public static <T> Optional<T> weightedMode(List<T> votes, List<Double> weights) {
        Map<T, Double> sums = sums(votes, weights);
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        double most =
                sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<T> leading = sums.entrySet().stream()
                .filter(sum -> most > 0 && most - sum.getValue() <= 1e-9 * all)
                .map(Map.Entry::getKey)
                .toList();
        return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
    }

    /** The label, where all say the same. */
    public static <T> Optional<T> unanimity(List<T> votes) {
        return votes.stream().distinct().count() == 1 ? Optional.of(votes.get(0)) : Optional.empty();
    }

    public static OptionalDouble mean(Collection<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).average();
    }

    /** The score in the middle; of an even number, the mean of the two there. */
    public static OptionalDouble median(Collection<Double> scores) {
        double[] sorted =
                scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }

    /**
     * Whether votes to come can still change the mode, making another label it or making it none; with no mode yet, whether
     * they can make one.
     *
     * @param more votes to come, of weight 1; 0 or more
     */
    public static <T> boolean canChange(List<T> votes, int more) {
        long[] counts = descending(votes);
        if (counts.length == 0 || mode(votes).isEmpty()) {
            return more > 0;
        }
        long second = counts.length > 1 ? counts[1] : 0;
        return more >= counts[0] - second;
    }

    /**
     * How likely the leading label is the one that most of all possible votes would go to, given these: the probability
     * that its share is the greatest, under a Dirichlet posterior with one vote of each label beforehand; with two labels,
     * a Beta posterior. From 1 / labels to 1. Aggarwal et al. (2023), Adaptive-Consistency, arXiv 2305.11860, section 3.2.
     *
     * @param labels how many there are to vote for, at least as many as occur
     * @return nothing where none leads
     */
    public static <T> OptionalDouble leaderProbability(List<T> votes, int labels) {
        long[] counts = descending(votes);
        if (labels < counts.length || labels < 1) {
            throw new IllegalArgumentException(labels + " labels cannot be: " + counts.length + " occur");
        }
        if (mode(votes).isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] shapes = new double[labels];
        Arrays.setAll(shapes, i -> (i < counts.length ? counts[i] : 0) + 1.0);
        return OptionalDouble.of(Dirichlet.firstIsGreatest(shapes));
    }

    private static <T> Map<T, Double> sums(List<T> votes, List<Double> weights) {
        if (votes.size() != weights.size()) {
            throw new IllegalArgumentException(weights.size() + " weights do not fit " + votes.size() + " votes");
        }
        Map<T, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < votes.size(); i++) {
            if (!(weights.get(i) >= 0)) {
                throw new IllegalArgumentException("a weight is 0 or more, not " + weights.get(i));
            }
            sums.merge(votes.get(i), weights.get(i), Double::sum);
        }
        return sums;
    }

    private static <T> long[] descending(List<T> votes) {
        Map<T, Long> counts = new LinkedHashMap<>();
        votes.forEach(vote -> counts.merge(vote, 1L, Long::sum));
        return counts.values().stream()
                .sorted(Collections.reverseOrder())
                .mapToLong(Long::longValue)
                .toArray();
    }
}
