package fellowship.tally;

import fellowship.plan.Annotator;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import java.util.Optional;

/** Finds who judges. */
final class Annotators {

    private Annotators() {}

    /** Whoever judges in a step; absent for one in which nobody does. */
    static Optional<Annotator> of(Plan plan, Step step) {
        if (step instanceof Step.Compare compare) {
            return plan.annotator(compare.annotator());
        }
        if (step instanceof Step.Score score) {
            return plan.annotator(score.annotator());
        }
        if (step instanceof Step.Rank rank) {
            return plan.annotator(rank.annotator());
        }
        return step instanceof Step.Verify verify ? plan.annotator(verify.annotator()) : Optional.empty();
    }

    /** The judge behind a name: of a seat, {@code judge as persona}, the judge. */
    static Optional<Judge> judge(Plan plan, String name) {
        int as = name.indexOf(" as ");
        return plan.judge(name).or(() -> as < 0 ? Optional.empty() : plan.judge(name.substring(0, as)));
    }
}
