package fellowship.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which steps ask annotators, and whom. */
final class Annotating {

    private Annotating() {}

    /** The annotator that a step asks, if it asks one. */
    static Optional<String> by(Step step) {
        if (step instanceof Step.Score score) {
            return Optional.of(score.annotator());
        }
        if (step instanceof Step.Compare compare) {
            return Optional.of(compare.annotator());
        }
        if (step instanceof Step.Rank rank) {
            return Optional.of(rank.annotator());
        }
        if (step instanceof Sift.Escalate escalate) {
            return Optional.of(escalate.annotator());
        }
        return step instanceof Step.Verify verify ? Optional.of(verify.annotator()) : Optional.empty();
    }

    /** The columns whose texts it judges; empty when it judges drafts. */
    static List<String> columns(Step step) {
        if (step instanceof Step.Score score) {
            return score.columns();
        }
        if (step instanceof Step.Compare compare) {
            return compare.columns();
        }
        return step instanceof Step.Verify verify ? verify.columns() : List.of();
    }

    /**
     * Names of the members of an annotator, whether or not they exist: jurors, or those at a table and its closing
     * judge.
     */
    static List<String> members(Annotator annotator) {
        if (annotator instanceof Jury jury) {
            return jury.jurors();
        }
        return annotator instanceof Debate debate
                ? Stream.concat(debate.seats().stream().map(Debate.Seat::judge), debate.closing().stream())
                        .toList()
                : List.of();
    }

    /** What an annotator is called in messages. */
    static String kind(Annotator annotator) {
        return annotator instanceof Judge ? "judge" : annotator instanceof Jury ? "jury" : "debate";
    }
}
