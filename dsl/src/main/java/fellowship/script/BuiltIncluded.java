package fellowship.script;

import fellowship.dsl.DraftFlow;
import fellowship.dsl.Included;
import fellowship.dsl.JudgedFlow;
import fellowship.dsl.PairFlow;
import fellowship.dsl.RowFlow;
import fellowship.plan.Leaf;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.row.Row;
import fellowship.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A template as the script holds it.
 *
 * @param plan of the script
 * @param inclusion the template; nothing where there was a mistake, which is told already
 */
record BuiltIncluded(PlanBuilder plan, Optional<Inclusion> inclusion) implements Included {

    @Override
    public PairFlow<Map<String, Object>> output(String name) {
        Inclusion.Given given = given(name, "pairs");
        return BuiltPairs.of(plan, given.source(), given.rows().columns, Row::columns);
    }

    @Override
    public DraftFlow<Map<String, Object>> drafts(String name) {
        Inclusion.Given given = given(name, "drafts");
        OptionalInt count = given.rows() instanceof BuiltDrafts<?> drafts ? drafts.count() : OptionalInt.empty();
        return new BuiltDrafts<>(plan, given.source(), given.rows().columns, Row::columns, count);
    }

    @Override
    public JudgedFlow<Map<String, Object>> verdicts(String name) {
        Inclusion.Given given = given(name, "verdicts");
        return new BuiltJudged<>(plan, given.source(), given.rows().columns, Row::columns);
    }

    @Override
    public <T> RowFlow<T> rows(Class<T> type, String name) {
        SourcePosition at = plan.origin.here();
        RowType made = plan.columns(type, at);
        RowType have = given(name, "").rows().columns;
        for (String column : have.columns().isEmpty() ? List.<String>of() : made.names()) {
            if (have.column(column).isEmpty()) {
                plan.problems.error(
                        at,
                        "output '" + name + "' has no column '" + column + "'"
                                + Hint.nearOrAll(column, have.names(), "it has"));
            }
        }
        Node source = given(name, "").source();
        Function<Row, Map<String, Object>> taken = made.columns().isEmpty() ? row -> Map.of() : taken(type);
        String text = made.name() + made.columns();
        Leaf<Function<Row, Map<String, Object>>> leaf = new Leaf<>("its columns", Sha256.of("rows\n" + text), taken);
        Node step = plan.add("rows", Optional.of(source), (id, from) -> new Step.Mapped(id, from, made, leaf, at));
        return plan.rows(step, made, type);
    }

    private static <T> Function<Row, Map<String, Object>> taken(Class<T> type) {
        RecordReader<T> reader = new RecordReader<>(type);
        RecordColumns columns = new RecordColumns(type);
        return row -> columns.apply(reader.apply(row.columns()));
    }

    /** The output of a name; rows of nothing where there is none, so that reading can go on. */
    private Inclusion.Given given(String name, String kind) {
        SourcePosition at = plan.origin.here();
        Optional<Inclusion.Given> found = inclusion.flatMap(one -> one.output(name, at));
        found.ifPresent(given -> {
            String is = kind(given);
            if (!kind.isEmpty() && !is.equals(kind)) {
                plan.problems.error(
                        at,
                        "output '" + name + "' of " + inclusion.get().template + " holds " + said(is) + "; write "
                                + form(is, name));
            }
        });
        return found.orElseGet(() -> {
            RowType nothing = new RowType("Nothing", List.of());
            Node none =
                    plan.add("include", Optional.empty(), (id, from) -> new Step.Read(id, List.of(name), nothing, at));
            return new Inclusion.Given(new BuiltRows<>(plan, none, nothing, Row::columns), none);
        });
    }

    private static String kind(Inclusion.Given given) {
        if (given.rows() instanceof BuiltPairs<?> || given.source() != given.rows().node) {
            return "pairs";
        }
        return given.rows() instanceof BuiltDrafts<?>
                ? "drafts"
                : given.rows() instanceof BuiltJudged<?> ? "verdicts" : "rows";
    }

    private static String said(String kind) {
        return kind.equals("rows") || kind.equals("pairs") ? kind : "rows with " + kind;
    }

    private static String form(String kind, String name) {
        return switch (kind) {
            case "pairs" -> "output('" + name + "')";
            case "rows" -> "rows(RECORD, '" + name + "')";
            default -> kind + "('" + name + "')";
        };
    }
}
