package fellowship.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Strengths from comparisons in pairs: P(i beats j) = σ(s_i − s_j). A tie is half a win for each.
 *
 * <p>A maximum of the likelihood is there only where of any two contestants each can be reached from the other by a chain
 * of wins (Ford 1957). So contestants fall into {@linkplain Group groups} in which that holds; each has strengths of its
 * own, mean 0, from the comparisons within it. Over groups no difference is known: either nobody was compared, or one side
 * has won all. One group means that all is well. Bradley and Terry (1952), Biometrika 39, 324–345; fitted by Newton's
 * steps.
 *
 * @param groups in the order of their first contestants
 */
public record BradleyTerry(List<Group> groups) {

    public BradleyTerry {
        groups = List.copyOf(groups);
    }

    /**
     * Contestants that can be compared.
     *
     * @param strengths logits, mean 0, in the order in which they were named; a lone contestant has 0
     */
    public record Group(Map<String, Double> strengths) {
        public Group {
            strengths = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(strengths));
        }
    }

    /**
     * One comparison.
     *
     * @param outcome 1 where the first won, 0.5 for a tie, 0 where the second won
     */
    public record Comparison(String first, String second, double outcome) {
        public Comparison {
            if (first.equals(second)) {
                throw new IllegalArgumentException(first + " cannot be compared with itself");
            }
            if (outcome != 0 && outcome != 0.5 && outcome != 1) {
                throw new IllegalArgumentException("an outcome is 0, 0.5 or 1, not " + outcome);
            }
        }
    }

    /** Whether every contestant can be compared with every other. */
    public boolean connected() {
        return groups.size() <= 1;
    }

    public static BradleyTerry of(List<Comparison> comparisons) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            places.putIfAbsent(comparison.first(), places.size());
            places.putIfAbsent(comparison.second(), places.size());
        }
        int n = places.size();
        double[][] wins = new double[n][n];
        for (Comparison comparison : comparisons) {
            int first = places.getOrDefault(comparison.first(), 0);
            int second = places.getOrDefault(comparison.second(), 0);
            wins[first][second] += comparison.outcome();
            wins[second][first] += 1 - comparison.outcome();
        }
        List<String> names = List.copyOf(places.keySet());
        boolean[] placed = new boolean[n];
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!placed[i]) {
                boolean[] beaten = reached(wins, i, false);
                boolean[] beating = reached(wins, i, true);
                List<Integer> members = new ArrayList<>();
                for (int j = 0; j < n; j++) {
                    if (beaten[j] && beating[j]) {
                        placed[j] = true;
                        members.add(j);
                    }
                }
                groups.add(fitted(members, names, wins));
            }
        }
        return new BradleyTerry(groups);
    }

    /** Whom one can reach by wins, or, the other way round, from whom one can be reached. */
    private static boolean[] reached(double[][] wins, int from, boolean backward) {
        boolean[] reached = new boolean[wins.length];
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        reached[from] = true;
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int next = 0; next < wins.length; next++) {
                double won = backward ? wins[next][at] : wins[at][next];
                if (won > 0 && !reached[next]) {
                    reached[next] = true;
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static Group fitted(List<Integer> members, List<String> names, double[][] wins) {
        int n = members.size();
        double[][] own = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                own[i][j] = wins[members.get(i)][members.get(j)];
            }
        }
        double[] fit = n < 2 ? new double[0] : fit(own);
        double[] whole = java.util.Arrays.copyOf(fit, n);
        double mean = Means.of(whole);
        Map<String, Double> strengths = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            strengths.put(names.get(members.get(i)), whole[i] - mean);
        }
        return new Group(strengths);
    }

    /** The last one's strength is held at 0. */
    private static double[] fit(double[][] wins) {
        int n = wins.length;
        return Logistic.maximum(
                n - 1,
                at -> {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            if (wins[i][j] > 0) {
                                sum -= wins[i][j] * Logistic.softPlus(at(at, j) - at(at, i));
                            }
                        }
                    }
                    return sum;
                },
                (at, gradient, curvature) -> {
                    for (int i = 0; i < n - 1; i++) {
                        for (int j = 0; j < n; j++) {
                            double together = wins[i][j] + wins[j][i];
                            if (i == j || together == 0) {
                                continue;
                            }
                            double p = Logistic.share(at(at, i) - at(at, j));
                            gradient[i] += wins[i][j] - together * p;
                            curvature[i][i] += together * p * (1 - p);
                            if (j < n - 1) {
                                curvature[i][j] -= together * p * (1 - p);
                            }
                        }
                    }
                });
    }

    private static double at(double[] point, int i) {
        return i < point.length ? point[i] : 0;
    }
}
