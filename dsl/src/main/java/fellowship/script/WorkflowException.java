package fellowship.script;

import fellowship.plan.PlanProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A workflow has mistakes: all of them stand in {@link #problems()}, one a line in the message. */
public final class WorkflowException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<PlanProblem> problems;

    public WorkflowException(List<PlanProblem> problems) {
        super(problems.stream().map(PlanProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes in the order of the script. */
    public List<PlanProblem> problems() {
        return problems;
    }
}
