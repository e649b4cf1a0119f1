package fellowship.tally;

import fellowship.plan.Annotator;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The branches that meet in an agreement, each with the annotator whose labels it brings. */
final class Branches {

    private Branches() {}

    /**
     * A branch.
     *
     * @param name its annotator's, with the branch's own where two branches have one annotator
     * @param annotator as the plan names it
     * @param judging the step in which it judges
     */
    record Branch(String name, String annotator, Step judging) {}

    /** By the id of the step whose rows come to the agreement; ones in which nobody judges are left out. */
    static Map<String, Branch> of(Plan plan, Step.Agree agree) {
        Map<String, Branch> branches = new LinkedHashMap<>();
        for (String from : agree.from()) {
            judging(plan, from).ifPresent(step -> {
                String judge = Annotators.of(plan, step).map(Annotator::name).orElseThrow();
                String annotator = people(plan, from) ? judge + " and people" : judge;
                boolean taken = branches.values().stream()
                                .anyMatch(branch -> branch.name().equals(annotator))
                        || annotator.equals(Annotation.GOLD);
                branches.put(from, new Branch(taken ? annotator + " in " + from : annotator, judge, step));
            });
        }
        return branches;
    }

    /** Whether people decide the rows on which the judge is least sure. */
    private static boolean people(Plan plan, String from) {
        Optional<Step> step = plan.step(from);
        while (step.isPresent() && Annotators.of(plan, step.get()).isEmpty()) {
            if (step.get() instanceof Step.People) {
                return true;
            }
            step = step.get().input().flatMap(plan::step);
        }
        return false;
    }

    /** The last step on the way to a branch's end in which somebody judges. */
    private static Optional<Step> judging(Plan plan, String from) {
        Optional<Step> step = plan.step(from);
        while (step.isPresent() && Annotators.of(plan, step.get()).isEmpty()) {
            step = step.get().input().flatMap(plan::step);
        }
        return step;
    }
}
