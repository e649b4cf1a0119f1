package fellowship.plan;

/**
 * A mistake in a plan, or something to be warned of.
 *
 * @param severity whether the plan can run all the same
 * @param at where it stands
 * @param message what is wrong and what to do, without the place
 */
public record PlanProblem(Severity severity, SourcePosition at, String message) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return at + ": " + (severity == Severity.WARNING ? "warning: " : "") + message;
    }
}
