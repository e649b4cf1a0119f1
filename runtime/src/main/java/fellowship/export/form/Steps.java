package fellowship.export.form;

import fellowship.export.record.FullRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Solutions whose steps a judge has checked, as process reward models learn from them. */
final class Steps {

    private Steps() {}

    static Optional<String> unfit(FullRecord record) {
        return Fit.first(
                () -> Fit.answerable(record),
                () -> Fit.singleTurn(record),
                () -> Fit.unless(record.system().isEmpty(), Reasons.SYSTEM_LOST),
                () -> Fit.pictureless(record),
                () -> Fit.toolless(record));
    }

    static Emitted rows(FullRecord record) {
        List<Map<String, Object>> rows = record.judgments().stream()
                .filter(judgment -> !judgment.steps().isEmpty())
                .map(judgment -> row(record, judgment))
                .toList();
        return Emitted.rows(rows, Reasons.NO_STEPS);
    }

    private static Map<String, Object> row(FullRecord record, FullRecord.Judgment judgment) {
        return new Line()
                .with("prompt", record.question())
                .with(
                        "completions",
                        judgment.steps().stream()
                                .map(FullRecord.CheckedStep::text)
                                .toList())
                .with(
                        "labels",
                        judgment.steps().stream()
                                .map(FullRecord.CheckedStep::right)
                                .toList())
                .made();
    }
}
