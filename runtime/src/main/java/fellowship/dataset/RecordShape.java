package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows as they are: their columns, the verdict, and all that steps added as one JSON text. Lists and objects are
 * written as JSON text too, so that every column has one type on every line.
 */
final class RecordShape implements RowShape {

    private final RowType type;

    RecordShape(RowType type) {
        this.type = type;
    }

    @Override
    public List<Feature> training() {
        List<Feature> features = new ArrayList<>();
        features.add(new Feature("row_id", Feature.Kind.TEXT));
        type.columns().forEach(column -> features.add(new Feature(column.name(), kind(column))));
        features.add(new Feature("outcome", Feature.Kind.TEXT));
        features.add(new Feature("margin", Feature.Kind.DECIMAL));
        features.add(new Feature("lineage", Feature.Kind.TEXT));
        return features.stream().filter(distinct()).toList();
    }

    private static java.util.function.Predicate<Feature> distinct() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        return feature -> seen.add(feature.name());
    }

    private static Feature.Kind kind(Column column) {
        return switch (column.kind()) {
            case WHOLE -> Feature.Kind.WHOLE;
            case DECIMAL -> Feature.Kind.DECIMAL;
            case YES_NO -> Feature.Kind.YES_NO;
            case TEXT, LIST, MAP, ANY -> Feature.Kind.TEXT;
        };
    }

    @Override
    public List<Shaped> shape(Row row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("row_id", row.id());
        type.columns().forEach(column -> line.put(column.name(), value(column, row)));
        line.put(
                "outcome",
                row.verdict()
                        .map(v -> v.outcome().name().toLowerCase(Locale.ROOT))
                        .orElse(""));
        line.put("margin", row.verdict().map(v -> v.margin()).orElse(0.0));
        line.put("lineage", Lineage.of(row));
        return List.of(new Shaped.Line(line, line));
    }

    private static Object value(Column column, Row row) {
        Object value = row.columns().get(column.name());
        if (value == null) {
            return "";
        }
        boolean nested = kind(column) == Feature.Kind.TEXT && !(value instanceof String);
        return nested ? Json.line(value) : value;
    }
}
