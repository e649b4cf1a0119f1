package fellowship.dsl;

import fellowship.row.Judgment;

/** One step of a solution that a judge went through, as a script's closures see it. */
public final class StepView {

    private final Judgment.CheckedStep step;

    public StepView(Judgment.CheckedStep step) {
        this.step = step;
    }

    /** The step. */
    public String getText() {
        return step.text();
    }

    /** Whether it is right. */
    public boolean isRight() {
        return step.right();
    }

    /** The kind of its mistake; empty where it is right or no kinds were asked for. */
    public String getError() {
        return step.error().orElse("");
    }
}
