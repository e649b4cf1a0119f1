package fellowship.store;

import java.util.Map;

/**
 * The answers of a run, or of the whole cache, in one file that can be given away: whoever imports it runs the same
 * script on the same input without a call.
 *
 * <p>Format 1: the line {@code fellowship answers 1}, then, compressed with gzip: the models that the run asked (a
 * count, then name and model in turn), the answers in the order of their keys (a 1, the key of 32 bytes, the record's
 * length, the record), a 0, how many there were, and the SHA-256 of all that went before. Numbers are big-endian. Each
 * record carries its own digest, which binds it to its request. The same answers give the same bytes.
 */
public final class AnswerFile {

    static final String MAGIC = "fellowship answers ";
    static final int FORMAT = 1;
    static final int ANSWER = 1;
    static final int END = 0;

    /** Bytes of the longest record that is read. */
    static final int LONGEST = 64 << 20;

    private AnswerFile() {}

    /**
     * What was written.
     *
     * @param answers how many
     * @param damaged records that were left out since they are not what had been written
     * @param bytes the file's length
     * @param sha256 the file's digest, in hexadecimal, to compare with what arrived elsewhere
     */
    public record Written(long answers, long damaged, long bytes, String sha256) {}

    /**
     * What an import came to.
     *
     * @param models who the run asked, by agent or judge; empty where the whole cache was exported
     * @param answers read and found to be what was written
     * @param added those that were not there before
     * @param present those that were there already, word for word
     * @param different those for which another answer was there, which stays
     * @param unfit those that a cache does not keep: cut, filtered, refused or blank
     * @param damaged those that are not what was written
     * @param whole whether the file's end was reached and its digest is right
     */
    public record Read(
            Map<String, String> models,
            long answers,
            long added,
            long present,
            long different,
            long unfit,
            long damaged,
            boolean whole) {}
}
