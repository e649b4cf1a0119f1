package fellowship.simulation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the report's figures tend to with ever more rows, each an integral over {@link Population}. Votes are those of both
 * orders; whether a reply can be read is drawn apart from what it says, so that it does not matter for shares of what was
 * read.
 */
final class Truth {

    private final Population population;

    Truth(Population population) {
        this.population = population;
    }

    double firstWins(Juror juror) {
        return population.ratio(
                pair -> juror.said(pair, false)[0] + juror.said(pair, true)[1],
                pair -> 2 - juror.said(pair, false)[2] - juror.said(pair, true)[2]);
    }

    double consistency(Juror juror) {
        return population.mean(pair -> {
            double[] straight = juror.said(pair, false);
            double[] swapped = juror.said(pair, true);
            return straight[0] * swapped[0] + straight[1] * swapped[1] + straight[2] * swapped[2];
        });
    }

    /** A tie is half a win. */
    static double half(double[] vote) {
        return vote[0] + vote[2] / 2;
    }

    double winRate(ToDoubleFunction<Population.Pair> first) {
        return population.mean(first);
    }

    double selfLift(Juror juror, List<Juror> others, boolean firstIsKin) {
        double lift = population.mean(pair -> half(juror.consistent(pair))
                - others.stream()
                        .mapToDouble(other -> half(other.consistent(pair)))
                        .average()
                        .orElseThrow());
        return firstIsKin ? lift : -lift;
    }

    double longerWins(Juror juror) {
        return population.ratio(
                pair -> juror.consistent(pair)[pair.length() > 0 ? 0 : 1], pair -> 1 - juror.consistent(pair)[2]);
    }

    /** The winner's length less the loser's, in characters. */
    double gap(Juror juror) {
        return population.ratio(
                pair -> population.characters(pair) * (juror.consistent(pair)[0] - juror.consistent(pair)[1]),
                pair -> 1 - juror.consistent(pair)[2]);
    }

    double agreement(Juror one, Juror other) {
        return population.mean(pair -> dot(one.consistent(pair), other.consistent(pair)));
    }

    double kappa(Juror one, Juror other) {
        double chance = dot(shares(one), shares(other));
        return (agreement(one, other) - chance) / (1 - chance);
    }

    /** Krippendorff's, of three whose replies are read equally often. */
    double alpha(List<Juror> jurors) {
        double[] all = new double[3];
        double same = 0;
        int pairs = 0;
        for (int i = 0; i < jurors.size(); i++) {
            double[] shares = shares(jurors.get(i));
            for (int c = 0; c < 3; c++) {
                all[c] += shares[c] / jurors.size();
            }
            for (int j = i + 1; j < jurors.size(); j++) {
                same += agreement(jurors.get(i), jurors.get(j));
                pairs++;
            }
        }
        return 1 - (1 - same / pairs) / (1 - dot(all, all));
    }

    private double[] shares(Juror juror) {
        double[] shares = new double[3];
        java.util.Arrays.setAll(shares, i -> population.mean(pair -> juror.consistent(pair)[i]));
        return shares;
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }

    /** Most votes that can be read, and how many of them say something else. */
    record Settled(double[] outcome, double dissent, double votes) {}

    /** A majority's verdict on a pair, every reading of every juror counted out. */
    static Settled majority(List<Juror> jurors, Population.Pair pair) {
        double[] outcome = new double[3];
        double[] sums = new double[2];
        count(jurors, pair, 0, 1, new int[3], outcome, sums);
        return new Settled(outcome, sums[0], sums[1]);
    }

    private static void count(
            List<Juror> jurors,
            Population.Pair pair,
            int place,
            double probability,
            int[] votes,
            double[] outcome,
            double[] sums) {
        if (place == jurors.size()) {
            int all = votes[0] + votes[1] + votes[2];
            if (all > 0) {
                int most = Math.max(votes[0], Math.max(votes[1], votes[2]));
                int leading = (votes[0] == most ? 1 : 0) + (votes[1] == most ? 1 : 0) + (votes[2] == most ? 1 : 0);
                int said = leading > 1 ? 2 : votes[0] == most ? 0 : votes[1] == most ? 1 : 2;
                outcome[said] += probability;
                sums[0] += probability * (all - votes[said]);
                sums[1] += probability * all;
            }
            return;
        }
        Juror juror = jurors.get(place);
        double read = (1 - juror.unread()) * (1 - juror.unread());
        double[] vote = juror.consistent(pair);
        for (int i = 0; i < 3; i++) {
            votes[i]++;
            count(jurors, pair, place + 1, probability * read * vote[i], votes, outcome, sums);
            votes[i]--;
        }
        if (read < 1) {
            count(jurors, pair, place + 1, probability * (1 - read), votes, outcome, sums);
        }
    }

    /** Of the pairs that are decided, those won by the worse text. */
    double errors(java.util.function.Function<Population.Pair, double[]> vote) {
        return population.ratio(pair -> vote.apply(pair)[pair.quality() > 0 ? 1 : 0], pair -> 1 - vote.apply(pair)[2]);
    }

    double decided(java.util.function.Function<Population.Pair, double[]> vote) {
        return population.mean(pair -> vote.apply(pair)[0] + vote.apply(pair)[1]);
    }
}
