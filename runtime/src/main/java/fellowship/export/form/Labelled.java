package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers that are good or not by themselves. A candidate's own label is taken where it has one; else the chosen answer of a
 * pair is good and the rejected one is not.
 */
record Labelled(FullRecord.Candidate candidate, boolean good) {

    static Emitted of(FullRecord record, Function<Labelled, Map<String, Object>> row) {
        List<Labelled> all = new ArrayList<>();
        record.candidates()
                .forEach(candidate -> candidate.label().ifPresent(label -> all.add(new Labelled(candidate, label))));
        if (all.isEmpty()) {
            if (Fit.pair(record).isPresent()) {
                return new Emitted.Left(
                        record.decision().isPresent() ? Fit.pair(record).orElseThrow() : Reasons.NO_LABEL);
            }
            all.add(new Labelled(record.chosen().orElseThrow(), true));
            all.add(new Labelled(record.rejected().orElseThrow(), false));
        }
        List<Map<String, Object>> rows = all.stream()
                .filter(labelled -> Fit.said(labelled.candidate().messages()))
                .map(row)
                .toList();
        return Emitted.rows(rows, Reasons.EMPTY);
    }
}
