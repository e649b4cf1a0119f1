package fellowship.plan;

/** The steps that shape rows and drafts, as plain data. */
final class ShapingTree {

    private ShapingTree() {}

    static void add(Tree tree, Step step) {
        if (step instanceof Shape.Explode explode) {
            tree.put("type", PlanTree.rowType(explode.type())).put("function", StepTree.leaf(explode.function()));
        } else if (step instanceof Shape.Join join) {
            tree.put("file", join.file())
                    .put("other", PlanTree.rowType(join.other()))
                    .put("by", join.by())
                    .put("type", PlanTree.rowType(join.type()));
        } else if (step instanceof Shape.Cross cross) {
            tree.put("type", PlanTree.rowType(cross.type())).put("values", cross.values());
        } else if (step instanceof Shape.Ask ask) {
            tree.put("agent", ask.agent())
                    .put("samples", ask.samples())
                    .put("type", PlanTree.rowType(ask.type()))
                    .put("into", ask.into());
        } else if (step instanceof Shape.Texts texts) {
            tree.put("columns", texts.columns());
        } else if (step instanceof Shape.Measure measure) {
            tree.put("name", measure.name()).put("function", StepTree.leaf(measure.function()));
        } else if (step instanceof Shape.Choose choose) {
            tree.put("pick", choose.pick());
        } else if (step instanceof Shape.Review review) {
            tree.put("reviewers", review.reviewers());
        } else if (step instanceof Shape.Revise revise) {
            tree.put("writer", revise.writer());
        }
    }
}
