package fellowship.tally;

import fellowship.row.Outcome;
import fellowship.stats.DesignEffect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the place of a candidate does to one judge's judgments, in bins by how far the lengths of the two lie apart: a
 * hard pair shows a bias that an easy one hides, and length is the one thing about a pair that can be seen without a judge.
 */
final class PositionTally {

    /** Upper ends of the bins: the difference of lengths over the longer one. */
    static final double[] ENDS = {0.1, 0.25, 0.5, 1};

    /** Hits and units, with what the judgments of one pair do to each other. */
    private static final class Counter {
        private long hits;
        private long of;
        private final DesignEffect design = new DesignEffect();

        void add(long more, long units) {
            hits += more;
            of += units;
            design.add(more, units);
        }

        Share share() {
            return new Share(hits, of, design.value());
        }
    }

    private final Counter[] first = counters();
    private final Counter[] consistent = counters();

    /** One for each bin, and one for all. */
    private static Counter[] counters() {
        Counter[] counters = new Counter[ENDS.length + 1];
        Arrays.setAll(counters, i -> new Counter());
        return counters;
    }

    static int bin(String one, String other) {
        int a = Lengths.of(one);
        int b = Lengths.of(other);
        double gap = Math.max(a, b) == 0 ? 0 : Math.abs(a - b) / (double) Math.max(a, b);
        int bin = 0;
        while (bin < ENDS.length - 1 && gap >= ENDS[bin]) {
            bin++;
        }
        return bin;
    }

    /**
     * The judgments of one pair.
     *
     * @param places which place won in each
     * @param same of each two in both orders, whether they come to the same
     */
    void pair(int bin, List<Outcome> places, List<Boolean> same) {
        long wins = places.stream().filter(place -> place == Outcome.FIRST).count();
        long decided = places.stream().filter(place -> place != Outcome.TIE).count();
        long agreed = same.stream().filter(agrees -> agrees).count();
        for (int counter : new int[] {bin, ENDS.length}) {
            first[counter].add(wins, decided);
            consistent[counter].add(agreed, same.size());
        }
    }

    PositionFigures figures() {
        List<PositionFigures.Bin> bins = new ArrayList<>();
        for (int i = 0; i < ENDS.length; i++) {
            bins.add(new PositionFigures.Bin(
                    i == 0 ? 0 : ENDS[i - 1], ENDS[i], consistent[i].share(), first[i].share()));
        }
        return new PositionFigures(consistent[ENDS.length].share(), first[ENDS.length].share(), bins);
    }
}
