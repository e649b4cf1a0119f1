package fellowship.run;

import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import fellowship.plan.PlanValidator;
import fellowship.store.DiskException;
import fellowship.store.RunInUseException;
import fellowship.store.RunLock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Runs plans. The front door for Java users and for the command line. */
public final class Fellowship {

    private Fellowship() {}

    /**
     * Runs a plan in a run folder, or goes on with it there. Nothing happens before subscription.
     *
     * @return how the run ended. What could be known before the first call comes as a {@link RunException}; a disk that
     *     refuses while results are written as a {@link DiskException}
     */
    public static Mono<RunReport> run(Plan plan, RunOptions options) {
        return run(plan, options, Seams.REAL);
    }

    static Mono<RunReport> run(Plan plan, RunOptions options, Seams seams) {
        return Mono.using(() -> lock(plan, options), lock -> new Run(plan, options, seams).play(), RunLock::close);
    }

    private static RunLock lock(Plan plan, RunOptions options) {
        List<String> mistakes = PlanValidator.validate(plan).stream()
                .filter(problem -> problem.severity() == PlanProblem.Severity.ERROR)
                .map(PlanProblem::toString)
                .toList();
        if (!mistakes.isEmpty()) {
            throw new RunException(RunException.Kind.PLAN, mistakes);
        }
        try {
            return RunLock.acquire(options.folder());
        } catch (RunInUseException e) {
            throw new RunException(RunException.Kind.IN_USE, List.of(String.valueOf(e.getMessage())));
        } catch (DiskException e) {
            throw new RunException(RunException.Kind.FOLDER, List.of(String.valueOf(e.getMessage())));
        }
    }
}
