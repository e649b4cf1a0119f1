package fellowship.dataset;

import fellowship.row.Sample;

/** One line of the input after reading. */
public sealed interface Entry {

    /** A sample. */
    record Good(Sample sample) implements Entry {}

    /**
     * A line that is no sample.
     *
     * @param origin where it stands, as {@code file:line}
     * @param reason a short code: {@code not-json}, {@code wrong-column}, {@code too-long}, {@code bad-encoding}
     * @param message what is wrong and what was expected
     * @param raw the first 64 KB of it
     */
    record Bad(String origin, String reason, String message, String raw) implements Entry {}
}
