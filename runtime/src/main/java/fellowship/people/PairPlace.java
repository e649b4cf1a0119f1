package fellowship.people;

import fellowship.row.Outcome;
import java.util.Optional;

/**
 * Where a pair stands, and what is known of it beside its texts.
 *
 * @param item unique in its set
 * @param row the row it comes from
 * @param first the id of the first candidate's draft; empty where nobody knows it
 * @param second the same of the second
 * @param offset where its line begins, in bytes
 * @param length of its line, in bytes
 * @param run which one the run chose; absent where the file does not say. Not for the eyes of who judges
 */
public record PairPlace(
        String item, String row, String first, String second, long offset, int length, Optional<Outcome> run) {}
