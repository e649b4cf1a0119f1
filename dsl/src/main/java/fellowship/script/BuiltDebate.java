package fellowship.script;

import fellowship.dsl.Debate;
import java.util.List;

/**
 * A debate as the script holds it.
 *
 * @param plan what stands in the plan
 * @param judges those at its table, and its closing judge
 */
record BuiltDebate(fellowship.plan.Debate plan, List<BuiltJudge> judges) implements Debate, BuiltAnnotator {

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String toString() {
        return "debate '" + plan.name() + "'";
    }
}
