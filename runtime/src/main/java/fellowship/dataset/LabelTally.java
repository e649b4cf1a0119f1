package fellowship.dataset;

import fellowship.plan.Step;
import fellowship.row.Outcome;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** A row whose line was written. */
    public void line(Step.Into output, Row row) {
        if (Preferred.of(row) instanceof Made.Of<fellowship.row.Preference> pair) {
            pairs.computeIfAbsent(output.name(), name -> new PairTally()).add(pair.value());
        }
    }

    /**
     * A sample that came to its end.
     *
     * @param emitted its rows that reached data sets
     * @param rules why others did not
     * @param reasons of its rejections
     */
    public void sample(Collection<Row> emitted, Collection<String> rules, Collection<String> reasons) {
        List<Verdict> verdicts =
                emitted.stream().flatMap(row -> row.verdict().stream()).toList();
        boolean flip = rules.contains(FLIPPED) || verdicts.stream().anyMatch(Verdict::flipped);
        boolean tie = rules.contains(TIE) || verdicts.stream().anyMatch(verdict -> verdict.tie() && !verdict.flipped());
        boolean open = rules.contains(UNDECIDED)
                || verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.UNDECIDED);
        samples++;
        compared += flip || tie || open || !verdicts.isEmpty() ? 1 : 0;
        flipped += flip ? 1 : 0;
        ties += tie ? 1 : 0;
        undecided += open ? 1 : 0;
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
