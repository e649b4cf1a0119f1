package fellowship.plan;

import java.util.List;

/**
 * Finds every mistake that the plan alone shows, so that all are told at once before the first call. What depends on
 * the operator's configuration (keys, prices, servers) or on files is not its business.
 */
public final class PlanValidator {

    private PlanValidator() {}

    /** All problems, each once, in the order of the script. A plan without an {@code ERROR} among them can run. */
    public static List<PlanProblem> validate(Plan plan) {
        Problems problems = new Problems(plan);
        new NameChecks(plan, problems).check();
        new ParameterChecks(plan, problems).check();
        new StepChecks(plan, problems).check();
        new JudgeChecks(plan, problems).check();
        new HoleChecks(plan, problems).check();
        new AgreementChecks(plan, problems).check();
        new OutputChecks(plan, problems).check();
        return problems.inOrder();
    }

    /** What is wrong with the judges, juries and debates of a plan, whatever its steps are, which may be half built. */
    public static List<PlanProblem> annotators(Plan plan) {
        Problems problems = new Problems(plan);
        new JudgeChecks(plan, problems).annotators();
        return problems.inOrder();
    }

    /** Whether one of them keeps the plan from running. */
    public static boolean hasErrors(List<PlanProblem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == PlanProblem.Severity.ERROR);
    }
}
