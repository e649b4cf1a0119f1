package fellowship.plan;

import fellowship.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The problems found so far. */
final class Problems {

    private final List<PlanProblem> found = new ArrayList<>();
    private final SourcePosition script;

    Problems(Plan plan) {
        String file = Stream.<Stream<SourcePosition>>of(
                        plan.steps().stream().map(Step::at),
                        plan.agents().stream().map(Agent::at),
                        plan.annotators().stream().map(Annotator::at))
                .flatMap(positions -> positions)
                .map(SourcePosition::file)
                .findFirst()
                .orElse(plan.name());
        this.script = new SourcePosition(file, 0, 0);
    }

    /** The script as a whole, for what is missing from it. */
    SourcePosition script() {
        return script;
    }

    void error(SourcePosition at, String message) {
        found.add(new PlanProblem(PlanProblem.Severity.ERROR, at, message));
    }

    void warning(SourcePosition at, String message) {
        found.add(new PlanProblem(PlanProblem.Severity.WARNING, at, message));
    }

    /** Something is named that does not exist. */
    void unknown(SourcePosition at, String what, String name, Collection<String> known) {
        error(at, "there is no " + what + " '" + name + "'; " + Nearest.hint(name, known));
    }

    /** Each once, in the order of the script. */
    List<PlanProblem> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(
                                (PlanProblem problem) -> problem.at().file())
                        .thenComparing(problem -> problem.at().line())
                        .thenComparing(problem -> problem.at().column()))
                .toList();
    }
}
