package fellowship.script;

import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a script.
 *
 * @param plan present when there is no mistake among the problems
 * @param problems mistakes and warnings in the order of the script, all of them
 */
public record Reading(Optional<Plan> plan, List<PlanProblem> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }
}
