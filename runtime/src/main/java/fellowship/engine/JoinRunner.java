package fellowship.engine;

import fellowship.plan.Shape;
import fellowship.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Each row with those of a file that have the same key; where there is one of them, the row keeps its id. */
final class JoinRunner implements StepRunner<Shape.Join> {

    private final Joins joins;

    JoinRunner(Joins joins) {
        this.joins = joins;
    }

    @Override
    public Mono<StepResult> run(Shape.Join step, Row row) {
        return Mono.fromSupplier(() -> {
            Object key = row.columns().get(step.by());
            if (key == null) {
                return new StepResult.Left("no '" + step.by() + "' to join by");
            }
            List<Map<String, Object>> found = joins.of(step, key).stream()
                    .map(other -> both(step, row, other))
                    .toList();
            if (found.isEmpty()) {
                return new StepResult.Left("not in " + step.file());
            }
            return found.size() == 1 ? StepResult.of(row.made(found.get(0))) : LeafRunners.parts(row, found);
        });
    }

    private static Map<String, Object> both(Shape.Join step, Row row, Map<String, Object> other) {
        Map<String, Object> all = new LinkedHashMap<>(row.columns());
        all.putAll(other);
        return LeafRunners.only(step.type(), all);
    }
}
