package fellowship.script;

import fellowship.plan.Plan;
import fellowship.plan.PlanValidator;
import fellowship.plan.SourcePosition;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Runs a compiled script once; what it says becomes a plan. */
final class Evaluation {

    private final CompiledScript script;
    private final Path folder;
    private final Problems problems;

    Evaluation(CompiledScript script, Path folder, Problems problems) {
        this.script = script;
        this.folder = folder;
        this.problems = problems;
    }

    /** The plan, which counts only when no mistake was found; nothing when the script failed half-way. */
    Optional<Plan> plan(String name, ParameterValues values, Includes includes, Pins pins) {
        PlanBuilder plan = new PlanBuilder(new ScriptOrigin(script, folder, pins), problems, includes);
        if (!run(plan, values)) {
            return Optional.empty();
        }
        Plan made = plan.seal(name, script.parameters(), values.shown());
        if (problems.hasErrors()) {
            problems.addAll(PlanValidator.annotators(made)); // so that all mistakes are told at once
        }
        return Optional.of(made);
    }

    /** Evaluates the script by a builder; whether it came to its end. */
    boolean run(PlanBuilder plan, ParameterValues values) {
        FellowshipScript running = script.instance();
        running.attach(plan, values.typed());
        try {
            running.run();
            return true;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) { // Groovy declares no exceptions
            problems.error(place(e), "this line fails: " + said(e));
            return false;
        }
    }

    private SourcePosition place(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .filter(frame -> ScriptText.UNIT.equals(frame.getFileName()))
                .findFirst()
                .map(frame -> script.text().at(frame.getLineNumber(), 0))
                .orElse(script.text().at(0, 0));
    }

    private static String said(Throwable e) {
        String kind = e.getClass().getSimpleName();
        return e.getMessage() == null ? kind : e.getMessage() + " (" + kind + ")";
    }
}
