package fellowship.script;

import fellowship.dsl.Jury;
import java.util.List;

/**
 * A jury as the script holds it.
 *
 * @param plan what stands in the plan
 * @param judges its jurors
 */
record BuiltJury(fellowship.plan.Jury plan, List<BuiltJudge> judges) implements Jury, BuiltAnnotator {

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String toString() {
        return "jury '" + plan.name() + "'";
    }
}
