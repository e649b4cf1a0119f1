package fellowship.engine;

import fellowship.plan.Step;
import fellowship.row.Row;
import reactor.core.publisher.Mono;

/**
 * What one kind of step does with one row.
 *
 * @param <S> the kind
 */
@FunctionalInterface
interface StepRunner<S extends Step> {

    /**
     * Ends with the rows that go on, or with why none does.
     *
     * @throws RejectedException through the Mono, when the row cannot go on
     */
    Mono<StepResult> run(S step, Row row);
}
