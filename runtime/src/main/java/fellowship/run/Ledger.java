package fellowship.run;

import java.util.Map;

/**
 * What became of every row: {@code read = emitted + filtered + rejected + pending}.
 *
 * @param read samples taken from the input, lines that could not be read among them
 * @param emitted rows that reached at least one data set or agreement
 * @param filtered rows that rules took out of all of them
 * @param rejected rows that reached none because something failed
 * @param pending rows not done when the run ended
 * @param rules filtered rows and branches by rule
 * @param reasons rejected rows and branches by reason
 */
public record Ledger(
        long read,
        long emitted,
        long filtered,
        long rejected,
        long pending,
        Map<String, Long> rules,
        Map<String, Long> reasons) {

    public Ledger {
        rules = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(rules));
        reasons = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(reasons));
        if (read != emitted + filtered + rejected + pending) {
            throw new IllegalStateException("the row ledger does not add up: " + read + " read, " + emitted
                    + " emitted, " + filtered + " filtered, " + rejected + " rejected, " + pending + " pending");
        }
    }
}
