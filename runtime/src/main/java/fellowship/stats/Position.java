package fellowship.stats;

import java.util.Collection;
import java.util.List;

/**
 * What the place of a candidate does to verdicts.
 */
public final class Position {

    /** Whom a judge preferred, by the place it saw the candidate in. */
    public enum Seen {
        FIRST,
        SECOND,
        TIE;

        private Seen turned() {
            return this == TIE ? TIE : this == FIRST ? SECOND : FIRST;
        }
    }

    /** The outcome for one candidate, whatever its place was. */
    public enum Outcome {
        WIN,
        TIE,
        LOSE
    }

    /**
     * One pair, seen twice.
     *
     * @param straight with the candidates in one order
     * @param exchanged with the candidates in the other
     */
    public record BothOrders(Seen straight, Seen exchanged) {
        /** Whether both orders come to the same winner, or both to a tie. */
        public boolean consistent() {
            return straight == exchanged.turned();
        }
    }

    private Position() {}

    /** The share of pairs on which both orders come to the same, from 0 to 1; absent where there are none. */
    public static Measure consistency(Collection<BothOrders> pairs) {
        return pairs.isEmpty()
                ? Measure.absent("there are no pairs")
                : Measure.of(
                        (double) pairs.stream().filter(BothOrders::consistent).count() / pairs.size());
    }

    /**
     * How often the candidate that stands first wins, of all verdicts that are no ties; without a bias 0.5, where each pair
     * is seen in both orders. Absent where all are ties.
     */
    public static Measure firstWins(Collection<BothOrders> pairs) {
        List<Seen> all = pairs.stream()
                .flatMap(pair -> List.of(pair.straight(), pair.exchanged()).stream())
                .toList();
        long first = all.stream().filter(Seen.FIRST::equals).count();
        long second = all.stream().filter(Seen.SECOND::equals).count();
        return first + second == 0
                ? Measure.absent("there are no verdicts but ties")
                : Measure.of((double) first / (first + second));
    }

    /**
     * Balanced position diversity entropy of one pair: −Σ p ln p over win, tie and lose, p their shares of the 2k single
     * verdicts in both orders, turned back to one candidate. From 0 (all the same) to ln 3. Pairs with the greatest should
     * go to a person. Wang et al. (2023), Large Language Models are not Fair Evaluators, arXiv 2305.17926, section 3.3.
     */
    public static Measure entropy(Collection<Outcome> verdicts) {
        if (verdicts.isEmpty()) {
            return Measure.absent("there are no verdicts");
        }
        double sum = 0;
        for (Outcome outcome : Outcome.values()) {
            double share = (double) verdicts.stream().filter(outcome::equals).count() / verdicts.size();
            sum -= share > 0 ? share * Math.log(share) : 0;
        }
        return Measure.of(sum == 0 ? 0 : sum);
    }
}
