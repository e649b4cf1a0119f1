package fellowship.dataset;

import fellowship.row.Sample;

/** One case of the input: a sample, or what is wrong with the line. A bad line never ends a run. */
public sealed interface InputLine {

    /** It could be read. */
    record Taken(Sample sample) implements InputLine {}

    /**
     * It could not.
     *
     * @param ordinal its place in the input, counted together with the samples, from 0
     * @param origin where it stands, as {@code file:line}
     * @param reason a short code: {@code not-json}, {@code not-object}, {@code missing-column}, {@code wrong-type},
     *     {@code too-long}, {@code bad-encoding}, {@code bad-csv}
     * @param message what is wrong, for a person
     * @param raw the line itself, at most {@link SampleSource#RAW_LIMIT} bytes of it
     */
    record Bad(long ordinal, String origin, String reason, String message, String raw) implements InputLine {}
}
