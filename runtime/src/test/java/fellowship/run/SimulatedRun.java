package fellowship.run;

import fellowship.model.Opening;
import fellowship.plan.Plan;
import fellowship.store.Journal;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Runs with another journal and other providers beneath. */
public final class SimulatedRun {

    private SimulatedRun() {}

    public static Mono<RunReport> run(Plan plan, RunOptions options, Supplier<Journal> journal, Opening opening) {
        return Fellowship.run(plan, options, new Seams(same -> new Stores(journal.get(), Optional.empty()), opening));
    }
}
