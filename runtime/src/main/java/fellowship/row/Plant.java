package fellowship.row;

import java.util.List;

/**
 * A comparison made only to measure the judge: a worthless answer against one of the row's candidates. It decides nothing
 * and its answer is never written to a data set.
 *
 * @param annotator the judge
 * @param kind what the worthless answer is, for example {@code null-answer}
 * @param outcome from the side of the worthless answer: {@link Outcome#FIRST} when it won
 * @param judgments what was said, the worthless answer counting as the first candidate
 */
public record Plant(String annotator, String kind, Outcome outcome, List<Judgment> judgments) {

    public Plant {
        judgments = List.copyOf(judgments);
    }

    /** Whether a worthless answer beat a real one: an alarm. */
    public boolean won() {
        return outcome == Outcome.FIRST;
    }
}
