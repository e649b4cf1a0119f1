package fellowship.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sample on its way, with what each step added. Steps never change a row; they return a new one.
 *
 * @param id the sample's id; rows that come from one sample add {@code #1}, {@code #2}, …
 * @param sample where it came from
 * @param columns its fields now: the sample's own, or what {@code map} made of them
 * @param drafts candidate answers in the order they were written
 * @param rankings what a judge said of all drafts together, in the order it was asked
 * @param verdict the last comparison, if there was one
 * @param preference the pair, once one is made
 */
public record Row(
        String id,
        Sample sample,
        Map<String, Object> columns,
        List<Draft> drafts,
        List<Judgment> rankings,
        Optional<Verdict> verdict,
        Optional<Preference> preference) {

    public Row {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        drafts = List.copyOf(drafts);
        rankings = List.copyOf(rankings);
    }

    public static Row of(Sample sample) {
        return new Row(sample.id(), sample, sample.columns(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    public Row withColumns(Map<String, Object> other) {
        return new Row(id, sample, other, drafts, rankings, verdict, preference);
    }

    public Row withDrafts(List<Draft> other) {
        return new Row(id, sample, columns, other, rankings, verdict, preference);
    }

    public Row withRankings(List<Judgment> other) {
        return new Row(id, sample, columns, drafts, other, verdict, preference);
    }

    public Row withVerdict(Verdict made) {
        return new Row(id, sample, columns, drafts, rankings, Optional.of(made), preference);
    }

    /** A row of its own for the {@code number}-th pair, from 1. */
    public Row withPreference(Preference made, int number) {
        return new Row(id + "#" + number, sample, columns, drafts, rankings, verdict, Optional.of(made));
    }

    /** The same row with what was decided of its pair. */
    public Row withPreference(Preference made) {
        return new Row(id, sample, columns, drafts, rankings, verdict, Optional.of(made));
    }

    /** Every reply that went into this row, in a fixed order. */
    public List<Reply> replies() {
        List<Reply> all = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.reply().ifPresent(all::add);
            draft.critiques().forEach(critique -> all.add(critique.reply()));
            draft.judgments().forEach(judgment -> all.addAll(judgment.replies()));
        }
        rankings.forEach(judgment -> all.addAll(judgment.replies()));
        verdict.ifPresent(made -> {
            made.turns().forEach(turn -> all.add(turn.reply()));
            made.judgments().forEach(judgment -> all.addAll(judgment.replies()));
            made.plants().stream()
                    .flatMap(plant -> plant.judgments().stream())
                    .forEach(judgment -> all.addAll(judgment.replies()));
        });
        return all;
    }
}
