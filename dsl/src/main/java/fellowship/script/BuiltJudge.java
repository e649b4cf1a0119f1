package fellowship.script;

import fellowship.dsl.Judge;
import java.util.List;

/**
 * A judge as the script holds it.
 *
 * @param plan what stands in the plan
 * @param templates its templates, with their places
 */
record BuiltJudge(fellowship.plan.Judge plan, Templates templates) implements Judge, BuiltAnnotator {

    /** The judge behind a handle; there is no other kind of handle. */
    static BuiltJudge of(Judge handle) {
        return (BuiltJudge) handle;
    }

    /** The same under another name. */
    BuiltJudge named(String name) {
        return new BuiltJudge(plan.named(name), templates);
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public List<BuiltJudge> judges() {
        return List.of(this);
    }

    @Override
    public String toString() {
        return "judge '" + plan.name() + "'";
    }
}
