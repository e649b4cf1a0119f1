package fellowship.cli;

import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.plan.Agent;
import fellowship.plan.Judge;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import fellowship.plan.SourcePosition;
import fellowship.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/** What a plan asks of the configuration. */
final class ModelChecks {

    private ModelChecks() {}

    static List<PlanProblem> check(Plan plan, Configuration configuration) {
        List<PlanProblem> found = new ArrayList<>();
        for (Agent agent : plan.agents()) {
            model(agent.model(), agent.at(), configuration, found);
        }
        for (Judge judge : plan.judges()) {
            model(judge.model(), judge.at(), configuration, found);
        }
        return found;
    }

    private static void model(String model, SourcePosition at, Configuration configuration, List<PlanProblem> found) {
        if (!ModelRef.isReference(model)) {
            return;
        }
        try {
            String provider = ModelRef.parse(model).provider();
            if (configuration.provider(provider).isEmpty()) {
                found.add(new PlanProblem(
                        PlanProblem.Severity.ERROR,
                        at,
                        "there is no provider '" + provider + "'; "
                                + Nearest.hint(
                                        provider, configuration.providers().keySet())));
            }
        } catch (IllegalArgumentException e) {
            found.add(new PlanProblem(PlanProblem.Severity.ERROR, at, String.valueOf(e.getMessage())));
        }
    }
}
