package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.row.Draft;
import fellowship.row.Preference;
import fellowship.row.Row;
import fellowship.row.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows as they are, one file: the script's columns, then what the steps added. Where the script has a column of one of
 * our names, ours gets an underscore after it.
 */
final class RowsShape implements RowShape {

    @Override
    public List<Shaped> shape(Row row, ShapeContext context) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        for (Column column : context.columns().columns()) {
            line.put(column.name(), value(column, row.columns().get(column.name())));
        }
        Map<String, @Nullable Object> added = added(row, context);
        added.forEach((name, value) -> line.put(free(name, context), value));
        return List.of(new Shaped.Line(JsonLine.of(line), Optional.empty()));
    }

    /** A whole number in a column of decimals, which a script may well make, is still written as one. */
    private static @Nullable Object value(Column column, @Nullable Object value) {
        boolean decimal = column.kind() == Column.Kind.DECIMAL && value instanceof Number;
        return JsonLine.plain(decimal && value != null ? ((Number) value).doubleValue() : value);
    }

    private static Map<String, @Nullable Object> added(Row row, ShapeContext context) {
        Map<String, @Nullable Object> added = new LinkedHashMap<>();
        added.put("row_id", row.id());
        added.put("origin", row.sample().origin());
        added.put("drafts", Facts.drafts(row));
        if (context.compared()) {
            verdict(added, row);
        }
        if (context.ranked()) {
            added.put("rankings", Facts.rankings(row));
        }
        if (context.paired()) {
            added.put(
                    "chosen",
                    row.preference().map(Preference::chosen).map(Draft::id).orElse(""));
            added.put(
                    "rejected",
                    row.preference().map(Preference::rejected).map(Draft::id).orElse(""));
            added.put(
                    "margin",
                    row.preference().map(pair -> JsonLine.number(pair.margin())).orElse(null));
            added.put("policy", row.preference().map(Preference::policy).orElse(""));
        }
        added.put("lineage", JsonLine.of(Facts.workflow(row, context)));
        return added;
    }

    private static void verdict(Map<String, @Nullable Object> added, Row row) {
        added.put(
                "verdict",
                row.verdict()
                        .map(verdict -> verdict.outcome().name().toLowerCase(Locale.ROOT))
                        .orElse(""));
        added.put(
                "winner",
                row.verdict()
                        .filter(Verdict::decided)
                        .map(verdict -> verdict.winner().id())
                        .orElse(""));
        added.put("verdict_by", row.verdict().map(Verdict::by).orElse(""));
        added.put("verdict_margin", row.verdict().map(Verdict::margin).orElse(null));
        added.put("flipped", row.verdict().map(Verdict::flipped).orElse(null));
        added.put("votes", VerdictFacts.votes(row.verdict()));
        added.put("turns", VerdictFacts.turns(row.verdict()));
        added.put("spared", VerdictFacts.spared(row.verdict()));
        added.put("judgments", VerdictFacts.judgments(row.verdict()));
    }

    private static String free(String name, ShapeContext context) {
        return context.columns().column(name).isEmpty() ? name : free(name + "_", context);
    }

    @Override
    public List<Feature> trainFeatures(ShapeContext context) {
        List<Feature> features = new ArrayList<>();
        context.columns().columns().forEach(column -> features.add(Feature.of(column)));
        List<Feature> added = new ArrayList<>(List.of(Feature.text("row_id"), Feature.text("origin"), json("drafts")));
        if (context.compared()) {
            added.addAll(List.of(
                    Feature.text("verdict"),
                    Feature.text("winner"),
                    Feature.text("verdict_by"),
                    Feature.decimal("verdict_margin"),
                    Feature.yesNo("flipped"),
                    json("votes"),
                    json("turns"),
                    json("spared"),
                    json("judgments")));
        }
        if (context.ranked()) {
            added.add(json("rankings"));
        }
        if (context.paired()) {
            added.addAll(List.of(
                    Feature.text("chosen"),
                    Feature.text("rejected"),
                    Feature.decimal("margin"),
                    Feature.text("policy")));
        }
        added.add(Feature.text("lineage"));
        added.forEach(
                feature -> features.add(new Feature(free(feature.name(), context), feature.dtype(), feature.list())));
        return features;
    }

    private static Feature json(String name) {
        return new Feature(name, "json", List.of());
    }

    @Override
    public List<Feature> fullFeatures(ShapeContext context) {
        return List.of();
    }
}
