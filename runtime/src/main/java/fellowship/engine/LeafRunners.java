package fellowship.engine;

import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The steps that only call what the script's author wrote. An exception there rejects the row with its text. */
final class LeafRunners {

    private LeafRunners() {}

    static Mono<StepResult> filter(Step.Filter step, Row row) {
        return Mono.fromSupplier(() -> step.test().function().test(row)
                ? StepResult.of(row)
                : new StepResult.Left(step.test().source()));
    }

    static Mono<StepResult> map(Step.Mapped step, Row row) {
        return Mono.fromSupplier(() -> StepResult.of(new Row(
                row.id(),
                row.sample(),
                step.function().function().apply(row),
                java.util.List.of(),
                java.util.List.of(),
                Optional.empty(),
                Optional.empty())));
    }
}
