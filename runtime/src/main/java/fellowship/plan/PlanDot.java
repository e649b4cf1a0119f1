package fellowship.plan;

/** A plan as a graph in the DOT language of Graphviz. */
public final class PlanDot {

    private PlanDot() {}

    public static String of(Plan plan) {
        StringBuilder out = new StringBuilder("digraph " + quoted(plan.name()) + " {\n  rankdir=LR;\n"
                + "  node [shape=box, fontname=\"sans-serif\"];\n");
        for (Step step : plan.steps()) {
            boolean file = step instanceof Step.Read || step instanceof Step.Into || step instanceof Step.Agree;
            String shape = file ? ", shape=cylinder" : "";
            out.append("  ")
                    .append(quoted(step.id()))
                    .append(" [label=")
                    .append(quoted(StepTree.word(step) + " " + step.id() + "\n" + PlanTable.detail(step)))
                    .append(shape)
                    .append("];\n");
        }
        for (Step step : plan.steps()) {
            step.inputs().forEach(from -> out.append("  ")
                    .append(quoted(from))
                    .append(" -> ")
                    .append(quoted(step.id()))
                    .append(";\n"));
        }
        return out.append("}\n").toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
