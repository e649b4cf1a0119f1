package fellowship.engine;

import fellowship.plan.RowType;
import fellowship.plan.Shape;
import fellowship.plan.Step;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return Mono.fromSupplier(
                () -> StepResult.of(row.made(step.function().function().apply(row))));
    }

    static Mono<StepResult> explode(Shape.Explode step, Row row) {
        return Mono.fromSupplier(() -> parts(row, step.function().function().apply(row)));
    }

    static Mono<StepResult> cross(Shape.Cross step, Row row) {
        return Mono.fromSupplier(() -> {
            List<Map<String, Object>> rows = List.of(row.columns());
            for (Map.Entry<String, List<Object>> column : step.values().entrySet()) {
                rows = rows.stream()
                        .flatMap(sofar -> column.getValue().stream().map(value -> with(sofar, column.getKey(), value)))
                        .toList();
            }
            return parts(row, rows.stream().map(each -> only(step.type(), each)).toList());
        });
    }

    /** The columns of a type and no others. */
    static Map<String, Object> only(RowType type, Map<String, Object> columns) {
        Map<String, Object> kept = new LinkedHashMap<>();
        type.names().forEach(name -> {
            Object value = columns.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    static Map<String, Object> with(Map<String, Object> columns, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(columns);
        more.put(name, value);
        return more;
    }

    static StepResult parts(Row row, List<Map<String, Object>> columns) {
        if (columns.isEmpty()) {
            return new StepResult.Left("nothing to make rows of");
        }
        Row left = row.made(Map.of());
        List<Row> rows = new ArrayList<>();
        columns.forEach(each -> rows.add(left.withColumns(each).part(rows.size() + 1)));
        return new StepResult.Rows(rows);
    }
}
