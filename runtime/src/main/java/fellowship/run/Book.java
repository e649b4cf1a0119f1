package fellowship.run;

import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the row ledger while a run goes on. Owned by the thread that writes the output, one row after the other.
 */
final class Book {

    private long read;
    private long emitted;
    private long filtered;
    private long rejected;
    private final Map<String, Long> rules = new TreeMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();

    /** A line of the input that could not be read. */
    void badLine(String reason) {
        read++;
        rejected++;
        reasons.merge(reason, 1L, Long::sum);
    }

    /**
     * A row that came to its end.
     *
     * @param reached whether it gave lines of data sets or annotations of an agreement
     * @param left the rules of the data sets that took nothing from it
     */
    void row(RowResult result, boolean reached, Iterable<String> left) {
        read++;
        for (RowResult.Leaving leaving : result.leavings()) {
            rules.merge(leaving.step() + ": " + leaving.rule(), 1L, Long::sum);
        }
        left.forEach(rule -> rules.merge(rule, 1L, Long::sum));
        for (Rejection rejection : result.rejections()) {
            reasons.merge(rejection.reason(), 1L, Long::sum);
        }
        if (reached) {
            emitted++;
        } else if (!result.rejections().isEmpty()) {
            rejected++;
        } else {
            filtered++;
        }
    }

    long done() {
        return read;
    }

    /** @param samples how many there are in all */
    Ledger ledger(long samples) {
        return new Ledger(samples, emitted, filtered, rejected, samples - read, rules, reasons);
    }
}
