package fellowship.engine;

import fellowship.plan.Step;
import fellowship.row.Draft;
import fellowship.row.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is judged: a row's drafts, or texts that stand in its columns. */
final class Candidates {

    private Candidates() {}

    /** The row's drafts; with columns, their texts in place of them, under the columns' names. */
    static List<Draft> of(Step step, Row row, List<String> columns) {
        return columns.isEmpty()
                ? row.drafts()
                : columns.stream().map(column -> given(step, row, column)).toList();
    }

    /** The row with what is made of each of its candidates, all at once, in their order. */
    static Mono<StepResult> each(Step step, Row row, List<String> columns, Function<Draft, Mono<Draft>> judge) {
        List<Draft> drafts = of(step, row, columns);
        return Flux.fromIterable(drafts)
                .flatMapSequential(judge, Math.max(1, drafts.size()), 1)
                .collectList()
                .map(judged -> StepResult.of(row.withDrafts(judged)));
    }

    private static Draft given(Step step, Row row, String column) {
        return Draft.given(
                column,
                Optional.ofNullable(row.columns().get(column))
                        .map(String::valueOf)
                        .orElseThrow(() -> RejectedException.of(
                                step.id(), "candidates", "the column " + column + " is empty in this row")));
    }
}
