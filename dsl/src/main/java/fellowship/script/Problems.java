package fellowship.script;

import fellowship.plan.PlanProblem;
import fellowship.plan.PlanProblem.Severity;
import fellowship.plan.SourcePosition;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mistakes found so far, each once. Confined to the thread that reads the script. */
final class Problems {

    private static final Comparator<PlanProblem> BY_PLACE = Comparator.comparingInt(
                    (PlanProblem problem) -> problem.at().line())
            .thenComparingInt(problem -> problem.at().column());

    private final Set<PlanProblem> found = new LinkedHashSet<>();

    void error(SourcePosition at, String message) {
        found.add(new PlanProblem(Severity.ERROR, at, message));
    }

    /** A rule that a value breaks, as the value itself says it. */
    void error(SourcePosition at, IllegalArgumentException broken) {
        error(at, String.valueOf(broken.getMessage()));
    }

    void warn(SourcePosition at, String message) {
        found.add(new PlanProblem(Severity.WARNING, at, message));
    }

    void addAll(List<PlanProblem> more) {
        found.addAll(more);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    List<PlanProblem> sorted() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
