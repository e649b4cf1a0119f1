package fellowship.report;

import fellowship.engine.RowResult;
import fellowship.seam.Dice;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A fair sample of the rows of a run, for a person to look at: those with the smallest numbers drawn for them, so that it
 * depends on the seed and not on the order in which rows come. Keeps no more than it shows. One thread adds.
 */
public final class RowSample {

    /** Most rows. */
    static final int MOST = 200;

    private record Entry(long drawn, Sampled row) {}

    private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::drawn)
            .thenComparing(entry -> entry.row().ordinal());

    private final Dice dice;
    private final PriorityQueue<Entry> kept = new PriorityQueue<>(ORDER.reversed());

    public RowSample(long seed) {
        this.dice = Dice.of(seed).split("report");
    }

    /**
     * A sample that came to its end.
     *
     * @param written the outputs that have something of it
     * @param left the rules by which outputs took nothing from it
     */
    public void take(RowResult result, Set<String> written, Set<String> left) {
        long drawn = dice.split(
                        result.sample().ordinal() + " " + result.sample().id())
                .number();
        if (kept.size() < MOST || drawn <= kept.element().drawn()) {
            kept.add(new Entry(drawn, Sampling.of(result, written, left)));
            if (kept.size() > MOST) {
                kept.remove();
            }
        }
    }

    /** In the order of the input. */
    List<Sampled> rows() {
        return kept.stream()
                .map(Entry::row)
                .sorted(Comparator.comparingLong(Sampled::ordinal))
                .toList();
    }
}
