package fellowship.tally;

import fellowship.row.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the place of a candidate does to one judge's judgments, in bins by how far the lengths of the two lie apart: a
 * hard pair shows a bias that an easy one hides, and length is the one thing about a pair that can be seen without a judge.
 */
final class PositionTally {

    /** Upper ends of the bins: the difference of lengths over the longer one. */
    static final double[] ENDS = {0.1, 0.25, 0.5, 1};

    private final long[] first = new long[ENDS.length];
    private final long[] second = new long[ENDS.length];
    private final long[] consistent = new long[ENDS.length];
    private final long[] both = new long[ENDS.length];

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

    /** One judgment: which place won, by where the judge saw the candidates. */
    void seen(int bin, Outcome place) {
        first[bin] += place == Outcome.FIRST ? 1 : 0;
        second[bin] += place == Outcome.SECOND ? 1 : 0;
    }

    /** Two judgments of one pair, one in each order. */
    void pair(int bin, boolean same) {
        both[bin]++;
        consistent[bin] += same ? 1 : 0;
    }

    PositionFigures figures() {
        List<PositionFigures.Bin> bins = new ArrayList<>();
        long[] sums = new long[4];
        for (int i = 0; i < ENDS.length; i++) {
            bins.add(new PositionFigures.Bin(
                    i == 0 ? 0 : ENDS[i - 1],
                    ENDS[i],
                    new Share(consistent[i], both[i]),
                    new Share(first[i], first[i] + second[i])));
            sums[0] += consistent[i];
            sums[1] += both[i];
            sums[2] += first[i];
            sums[3] += first[i] + second[i];
        }
        return new PositionFigures(new Share(sums[0], sums[1]), new Share(sums[2], sums[3]), bins);
    }
}
