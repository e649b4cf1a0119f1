package fellowship.stats;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weights of reviewers who are contestants themselves: who writes better counts more as a reviewer. A contestant's win rate
 * is the mean of its outcomes, each weighted by its reviewer; a reviewer's weight is its own win rate, moved and stretched
 * so that the least is 0 and the greatest 1, and divided by the sum. All weights begin equal; five rounds. Li, Patel and Du
 * (2023), PRD: Peer Rank and Discussion, arXiv 2307.02762, section 3.1.
 *
 * <p>Where all win rates are equal, weights are equal. A reviewer that does not compete has the weight 0. A contestant whose
 * outcomes all come from reviewers of weight 0 keeps the win rate it had.
 *
 * @param weights of reviewers, from 0 to 1; they sum to 1
 * @param winRates of contestants, from 0 to 1, as weighted in the last round
 */
public record PeerRank(Map<String, Double> weights, Map<String, Double> winRates) {

    /** The rounds of the paper. */
    public static final int ROUNDS = 5;

    public PeerRank {
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        winRates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(winRates));
    }

    /**
     * What a reviewer said of two contestants.
     *
     * @param outcome 1 where the first won, 0.5 for a tie, 0 where the second won
     */
    public record Review(String reviewer, String first, String second, double outcome) {
        public Review {
            if (outcome != 0 && outcome != 0.5 && outcome != 1) {
                throw new IllegalArgumentException("an outcome is 0, 0.5 or 1, not " + outcome);
            }
        }
    }

    /** Both maps are empty where there are no reviews. */
    public static PeerRank of(List<Review> reviews, int rounds) {
        Set<String> reviewers = new LinkedHashSet<>();
        Set<String> contestants = new LinkedHashSet<>();
        for (Review review : reviews) {
            reviewers.add(review.reviewer());
            contestants.add(review.first());
            contestants.add(review.second());
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        reviewers.forEach(reviewer -> weights.put(reviewer, 1.0 / reviewers.size()));
        Map<String, Double> rates = new LinkedHashMap<>();
        contestants.forEach(contestant -> rates.put(contestant, 0.5));
        for (int round = 0; round < rounds && !reviews.isEmpty(); round++) {
            rate(reviews, weights, rates);
            weigh(rates, weights);
        }
        return new PeerRank(weights, rates);
    }

    private static void rate(List<Review> reviews, Map<String, Double> weights, Map<String, Double> rates) {
        Map<String, Double> won = new LinkedHashMap<>();
        Map<String, Double> all = new LinkedHashMap<>();
        for (Review review : reviews) {
            double weight = weights.getOrDefault(review.reviewer(), 0.0);
            won.merge(review.first(), weight * review.outcome(), Double::sum);
            won.merge(review.second(), weight * (1 - review.outcome()), Double::sum);
            all.merge(review.first(), weight, Double::sum);
            all.merge(review.second(), weight, Double::sum);
        }
        won.forEach((contestant, sum) -> {
            double of = all.getOrDefault(contestant, 0.0);
            if (of > 0) {
                rates.put(contestant, sum / of);
            }
        });
    }

    private static void weigh(Map<String, Double> rates, Map<String, Double> weights) {
        List<String> competing =
                weights.keySet().stream().filter(rates::containsKey).toList();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (String reviewer : competing) {
            double rate = rates.getOrDefault(reviewer, 0.0);
            least = Math.min(least, rate);
            most = Math.max(most, rate);
        }
        if (!(most > least)) {
            weights.replaceAll((reviewer, before) -> 1.0 / weights.size());
            return;
        }
        double sum = 0;
        for (String reviewer : competing) {
            sum += (rates.getOrDefault(reviewer, 0.0) - least) / (most - least);
        }
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            double rate = rates.getOrDefault(weight.getKey(), least);
            weight.setValue((rate - least) / (most - least) / sum);
        }
    }
}
