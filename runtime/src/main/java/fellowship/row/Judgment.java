package fellowship.row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one annotator said once.
 *
 * @param annotator who said it: a judge's name; {@code judge as persona} for a seat of a debate; a jury's own name for its
 *     settled score
 * @param opinion what it decided
 * @param swapped whether it saw the second candidate first
 * @param sample which sample of the question, from 0
 * @param rationale its reasons, empty when it gave none
 * @param certainty how sure it says it is, 0 to 1
 * @param parts what the opinion was made of: a rubric's criteria, or a jury's jurors, by name
 * @param deliberation what it did before it judged
 * @param replies all that was asked for it, the judgment itself last; empty for a person's judgment
 */
public record Judgment(
        String annotator,
        Opinion opinion,
        boolean swapped,
        int sample,
        String rationale,
        OptionalDouble certainty,
        Map<String, Opinion> parts,
        Deliberation deliberation,
        List<Reply> replies) {

    public Judgment {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        replies = List.copyOf(replies);
    }

    /** An opinion and nothing else. */
    public static Judgment of(String annotator, Opinion opinion) {
        return new Judgment(
                annotator, opinion, false, 0, "", OptionalDouble.empty(), Map.of(), Deliberation.NONE, List.of());
    }

    public Judgment withSwapped(boolean other) {
        return new Judgment(annotator, opinion, other, sample, rationale, certainty, parts, deliberation, replies);
    }

    public Judgment withAnnotator(String other) {
        return new Judgment(other, opinion, swapped, sample, rationale, certainty, parts, deliberation, replies);
    }

    /** The reply that the judgment was read from. */
    public Optional<Reply> reply() {
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1));
    }

    public boolean readable() {
        return !(opinion instanceof Unreadable);
    }

    /** The forms a judgment takes. An unreadable one is a value of its own, never a number and never a tie. */
    public sealed interface Opinion {}

    /** One candidate on its own, on the judge's scale. */
    public record Score(double value) implements Opinion {}

    /** Both candidates on the judge's scale, in the row's order (not the order the judge saw). */
    public record Scores(double first, double second) implements Opinion {}

    /** One of two candidates, in the row's order; never {@link Outcome#UNDECIDED}. */
    public record Choice(Outcome outcome) implements Opinion {}

    /** All candidates, best first, by their ids. */
    public record Ranking(List<String> order) implements Opinion {
        public Ranking {
            order = List.copyOf(order);
        }
    }

    /** The steps of one candidate, in its order. */
    public record Steps(List<CheckedStep> steps) implements Opinion {
        public Steps {
            steps = List.copyOf(steps);
        }

        /** The number of the first wrong step, from 1; absent when all are right. */
        public OptionalInt firstError() {
            for (int i = 0; i < steps.size(); i++) {
                if (!steps.get(i).right()) {
                    return OptionalInt.of(i + 1);
                }
            }
            return OptionalInt.empty();
        }

        /** The share of steps before the first wrong one, 0 to 1; 1 when all are right. */
        public double soundShare() {
            return firstError().isEmpty() ? 1 : (firstError().getAsInt() - 1.0) / steps.size();
        }
    }

    /**
     * One step of a solution.
     *
     * @param text the step
     * @param right whether it is right
     * @param error the kind of its mistake, where it is wrong and kinds were asked for
     */
    public record CheckedStep(String text, boolean right, Optional<String> error) {}

    /** Nothing could be read, after a repair turn. */
    public record Unreadable(String why) implements Opinion {}
}
