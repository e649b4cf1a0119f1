package fellowship.tally;

import fellowship.row.Outcome;
import fellowship.stats.Bootstrap;
import fellowship.stats.Measure;
import java.util.Arrays;
import java.util.Optional;

/** What the length of candidates does to votes. Lengths are characters (code points). */
final class Lengths {

    private Lengths() {}

    static int of(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What a voice's votes have to do with length. */
    static LengthFigures of(VoteTable table, Voice voice) {
        long longer = 0;
        long unequal = 0;
        double[] gaps = new double[table.size()];
        int decided = 0;
        for (int pair = 0; pair < table.size(); pair++) {
            Optional<Outcome> vote = table.vote(voice, pair);
            if (vote.isPresent() && (vote.get() == Outcome.FIRST || vote.get() == Outcome.SECOND)) {
                int gap = vote.get() == Outcome.FIRST ? table.difference(pair) : -table.difference(pair);
                gaps[decided++] = gap;
                longer += gap > 0 ? 1 : 0;
                unequal += gap != 0 ? 1 : 0;
            }
        }
        return new LengthFigures(new Share(longer, unequal), mean(Arrays.copyOf(gaps, decided)));
    }

    /** A mean with the interval of a bootstrap. */
    static Estimate mean(double[] values) {
        if (values.length == 0) {
            return Estimate.absent("there are none", 0);
        }
        Measure mean = Measure.of(Arrays.stream(values).average().orElse(0));
        return new Estimate(
                mean,
                Resampling.of(values.length)
                        .flatMap(draws -> draws.expanded(
                                items -> Measure.of(Arrays.stream(items)
                                        .mapToDouble(item -> values[item])
                                        .average()
                                        .orElse(0)),
                                Resampling.LEVEL)),
                values.length);
    }

    /** How many draws an interval takes. */
    static final class Resampling {

        static final double LEVEL = 0.95;
        private static final int MOST_ITEMS = 200_000;
        private static final int WORK = 4_000_000;

        private Resampling() {}

        /** A thousand draws; fewer, but a hundred at least, where there are many items; none where there are too many. */
        static Optional<Bootstrap> of(int items) {
            if (items > MOST_ITEMS) {
                return Optional.empty();
            }
            int draws = Math.max(100, Math.min(1000, WORK / Math.max(1, items)));
            return Optional.of(new Bootstrap(items, draws, 1));
        }
    }
}
