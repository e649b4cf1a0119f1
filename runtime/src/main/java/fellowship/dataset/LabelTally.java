package fellowship.dataset;

import fellowship.plan.DatasetType;
import fellowship.plan.Step;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what tells how far labels can be trusted, while rows are written. Keeps eight bytes for each pair. One thread
 * counts.
 */
public final class LabelTally {

    /** The rule of rows whose candidates are equal. */
    public static final String TIE = "tie";

    /** The rule of rows whose judge named another winner when it saw the candidates exchanged. */
    public static final String FLIPPED = "the judge's two orders disagree";

    /** The rule of rows about which no judgment could be read. */
    public static final String UNDECIDED = "undecided";

    /** The reason of rows that ended with an answer nobody could read. */
    public static final String UNREADABLE = "unreadable";

    private final Map<String, PairTally> pairs = new LinkedHashMap<>();
    private long samples;
    private long compared;
    private long ties;
    private long flipped;
    private long undecided;
    private long unreadable;

    /** A row whose line was written. Only data sets that prefer something have pairs to tell of. */
    public void line(Step.Into output, Row row) {
        boolean paired = output.type() == DatasetType.DPO || output.type() == DatasetType.KTO;
        if (paired && Preferred.of(row) instanceof Made.Of<fellowship.row.Preference> pair) {
            pairs.computeIfAbsent(output.name(), name -> new PairTally()).add(pair.value());
        }
    }

    /**
     * A sample that came to its end.
     *
     * @param verdicts all that were given of it, whatever became of the rows later
     * @param reasons of its rejections
     */
    public void sample(Collection<Verdict> verdicts, Collection<String> reasons) {
        samples++;
        compared += verdicts.isEmpty() ? 0 : 1;
        flipped += verdicts.stream().anyMatch(Verdict::flipped) ? 1 : 0;
        ties += verdicts.stream().anyMatch(verdict -> verdict.tie() && !verdict.flipped()) ? 1 : 0;
        undecided += verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.UNDECIDED) ? 1 : 0;
        unreadable += reasons.contains(UNREADABLE) ? 1 : 0;
    }

    public Labels labels() {
        return new Labels(samples, compared, ties, flipped, undecided, unreadable);
    }

    /** The pairs of a data set; absent when it has none. */
    public Optional<PairFacts> pairs(String output) {
        return Optional.ofNullable(pairs.get(output)).map(PairTally::facts);
    }
}
