package fellowship.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan as plain data: maps, lists, text, numbers and booleans, in a fixed order. What {@code fellowship plan --json}
 * prints and what {@link Fingerprint} is made of. What is absent has no key.
 */
public final class PlanTree {

    private PlanTree() {}

    /** The whole plan, with positions. */
    public static Map<String, Object> of(Plan plan) {
        Tree tree = new Tree()
                .put("name", plan.name())
                .put("about", plan.about())
                .put(
                        "parameters",
                        plan.parameters().stream().map(PlanTree::parameter).toList())
                .put("values", new TreeMap<>(plan.values()))
                .put("budget", budget(plan.budget()))
                .put("seed", plan.seed())
                .put("agents", plan.agents().stream().map(PlanTree::agent).toList())
                .put(
                        "annotators",
                        plan.annotators().stream().map(AnnotatorTree::of).toList())
                .put("steps", plan.steps().stream().map(StepTree::of).toList());
        return tree.map();
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        return new Tree()
                .put("name", parameter.name())
                .put("type", parameter.type())
                .put("help", parameter.help())
                .put("default", parameter.fallback())
                .put("min", parameter.min())
                .put("max", parameter.max())
                .put("one-of", parameter.oneOf())
                .put("at", parameter.at())
                .map();
    }

    private static Map<String, Object> budget(Budget budget) {
        Tree tree = new Tree().put("usd", budget.usd());
        budget.calls().ifPresent(calls -> tree.put("calls", calls));
        return tree.map();
    }

    private static Map<String, Object> agent(Agent agent) {
        return new Tree()
                .put("name", agent.name())
                .put("model", agent.model())
                .put("sampling", AskTree.sampling(agent.sampling()))
                .put("system", agent.system())
                .put("prompt", agent.prompt())
                .put("revise", agent.revise())
                .put("again", agent.again())
                .put("image", agent.image())
                .put("reply", agent.reply().map(AskTree::reply))
                .put("at", agent.at())
                .map();
    }

    /** The columns of a row. */
    static Map<String, Object> rowType(RowType type) {
        List<Map<String, Object>> columns = type.columns().stream()
                .map(column -> new Tree()
                        .put("name", column.name())
                        .put("kind", column.kind())
                        .map())
                .toList();
        return new Tree().put("name", type.name()).put("columns", columns).map();
    }
}
