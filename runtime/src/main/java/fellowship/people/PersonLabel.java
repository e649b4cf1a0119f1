package fellowship.people;

import fellowship.row.Outcome;
import java.util.Optional;

/**
 * What a person said of one pair. First and second are the pair's own places, whatever the person saw first.
 *
 * @param set the data set, or {@link PairIndex#FOR_PEOPLE}
 * @param item the pair, unique in its set
 * @param row the row that the pair comes from
 * @param said {@code FIRST}, {@code SECOND} or {@code TIE}; absent where the person passed the pair over
 * @param first the id of the first candidate's draft; empty where nobody knows it
 * @param second the same of the second
 * @param swapped whether the second candidate was shown first
 */
public record PersonLabel(
        String set, String item, String row, Optional<Outcome> said, String first, String second, boolean swapped) {

    /** The same label for someone who has the candidates in this order; absent when they are others. */
    public Optional<Outcome> said(String firstDraft, String secondDraft) {
        if (first.isEmpty() || (first.equals(firstDraft) && second.equals(secondDraft))) {
            return said;
        }
        return first.equals(secondDraft) && second.equals(firstDraft) ? said.map(Outcome::swapped) : Optional.empty();
    }
}
