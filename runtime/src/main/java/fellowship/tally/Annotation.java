package fellowship.tally;

import fellowship.row.Judgment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one annotator said of one item, as it comes to an agreement.
 *
 * @param item the row's id, for a scored draft {@code ROW/DRAFT}
 * @param annotator its name; {@link #GOLD} for what is known to be right
 * @param label {@code first}, {@code second}, {@code tie} or {@code unreadable}; absent for a score
 * @param score absent for a label, and where {@code label} says unreadable
 * @param flipped whether the annotator's orders named different winners
 * @param judgments what it rests on
 */
public record Annotation(
        String item,
        String annotator,
        Optional<String> label,
        OptionalDouble score,
        boolean flipped,
        List<Judgment> judgments) {

    /** The name under which the known labels stand. */
    public static final String GOLD = "gold";

    /** What stands where nothing could be read. */
    public static final String UNREADABLE = "unreadable";

    public Annotation {
        judgments = List.copyOf(judgments);
    }

    static Annotation label(String item, String annotator, String label) {
        return new Annotation(item, annotator, Optional.of(label), OptionalDouble.empty(), false, List.of());
    }

    static Annotation score(String item, String annotator, double score, List<Judgment> judgments) {
        return new Annotation(item, annotator, Optional.empty(), OptionalDouble.of(score), false, judgments);
    }

    public boolean readable() {
        return !label.equals(Optional.of(UNREADABLE));
    }
}
