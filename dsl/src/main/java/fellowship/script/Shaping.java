package fellowship.script;

import fellowship.dsl.RowFlow;
import fellowship.plan.RowType;
import fellowship.plan.Shape;
import fellowship.plan.SourcePosition;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One word that makes rows of another record out of columns that are there and columns that come. */
final class Shaping {

    /** Most rows that one row may be crossed into: they are all held until the row is done. */
    private static final long MOST = 100_000;

    private final PlanBuilder plan;
    private final Node input;
    private final RowType columns;
    private final SourcePosition at;

    Shaping(PlanBuilder plan, Node input, RowType columns, SourcePosition at) {
        this.plan = plan;
        this.input = input;
        this.columns = columns;
        this.at = at;
    }

    <R> RowFlow<R> ask(Map<String, ?> options, Class<R> type, BuiltAgent<?> agent) {
        RowType made = plan.columns(type, at);
        int samples = new NamedNumbers("ask", options, plan.origin, plan.problems)
                .whole("samples", 1)
                .orElse(1);
        Optional<ReplyType> reply = agent.plan().reply();
        Optional<String> into = into(options, made, agent, reply);
        Set<String> coming = new LinkedHashSet<>();
        reply.ifPresent(typed -> typed.fields().stream().map(Field::name).forEach(coming::add));
        into.ifPresent(coming::add);
        if (reply.isPresent() || into.isPresent()) {
            filled("ask", made, coming, "a reply of '" + agent.name() + "'");
        }
        Node step = plan.add(
                "ask",
                Optional.of(input),
                (id, from) -> new Shape.Ask(id, from, agent.name(), samples, made, into, at));
        return plan.rows(step, made, type);
    }

    /** The column that a reply in text fills. */
    private Optional<String> into(
            Map<String, ?> options, RowType made, BuiltAgent<?> agent, Optional<ReplyType> reply) {
        Object said = options.get("into");
        if (said != null) {
            if (reply.isPresent()) {
                plan.problems.error(
                        at,
                        "'" + agent.name() + "' replies with " + reply.get().name()
                                + ", whose fields fill the columns of their names; into is for replies in text");
            } else if (made.column(said.toString()).isEmpty() && !made.columns().isEmpty()) {
                plan.problems.error(
                        at,
                        "ask fills the column '" + said + "', but " + Vocabulary.a(made.name()) + " has none"
                                + Hint.nearOrAll(said.toString(), made.names(), "it has"));
            }
            return Optional.of(said.toString());
        }
        if (reply.isPresent() || made.columns().isEmpty()) {
            return Optional.empty();
        }
        List<String> lacking = made.names().stream()
                .filter(name -> columns.column(name).isEmpty())
                .toList();
        if (lacking.size() != 1) {
            plan.problems.error(
                    at,
                    "'" + agent.name() + "' replies in text, which fills the one column that the rows have not; "
                            + Vocabulary.a(made.name())
                            + (lacking.isEmpty() ? " has no such column" : " has " + String.join(", ", lacking))
                            + "; say which: ask(into: 'COLUMN', " + made.name() + ", …)");
            return Optional.empty();
        }
        return Optional.of(lacking.get(0));
    }

    <R> RowFlow<R> join(Map<String, ?> options, Class<R> type, Class<?> other, String file) {
        RowType made = plan.columns(type, at);
        RowType joined = plan.columns(other, at);
        Object by = options.get("by");
        if (by == null) {
            plan.problems.error(
                    at,
                    "join needs the column that both have: join(" + made.name() + ", " + joined.name() + ", '" + file
                            + "', by: 'id')");
        }
        if (file.isBlank() || file.equals("-")) {
            plan.problems.error(at, "join needs the path of a file");
        }
        String key = by == null ? "" : by.toString();
        Node step = plan.add(
                "join", Optional.of(input), (id, from) -> new Shape.Join(id, from, file, joined, key, made, at));
        return plan.rows(step, made, type);
    }

    <R> RowFlow<R> cross(Map<String, ?> values, Class<R> type) {
        RowType made = plan.columns(type, at);
        Map<String, List<Object>> all = new LinkedHashMap<>();
        values.forEach((column, list) -> all.put(column, list(column, list)));
        if (all.isEmpty()) {
            plan.problems.error(at, "cross needs the values of a column: cross(" + made.name() + ", age: [20, 60])");
        }
        filled("cross", made, all.keySet(), "the values");
        all.keySet().stream()
                .filter(name -> made.column(name).isEmpty() && !made.columns().isEmpty())
                .forEach(name -> plan.problems.error(
                        at,
                        "cross fills the column '" + name + "', but " + Vocabulary.a(made.name()) + " has none"
                                + Hint.nearOrAll(name, made.names(), "it has")));
        double size = all.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (size > MOST) {
            plan.problems.error(
                    at,
                    "cross makes " + (long) size + " rows of each row, " + MOST
                            + " at most; read the combinations from a file instead");
        }
        Node step = plan.add("cross", Optional.of(input), (id, from) -> new Shape.Cross(id, from, made, all, at));
        return plan.rows(step, made, type);
    }

    private List<Object> list(String column, Object given) {
        if (!(given instanceof Collection<?> list) || list.isEmpty()) {
            plan.problems.error(at, "cross needs a list of values for '" + column + "': " + column + ": ['a', 'b']");
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (Object value : list) {
            if (value instanceof CharSequence || value instanceof GString || value instanceof Enum<?>) {
                values.add(value.toString());
            } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
                values.add(((Number) value).longValue());
            } else if (value instanceof Number number) {
                values.add(number.doubleValue());
            } else if (value instanceof Boolean) {
                values.add(value);
            } else {
                plan.problems.error(
                        at, "a value of '" + column + "' is no text, number or truth, so it is nothing to cross with");
            }
        }
        return values;
    }

    private void filled(String word, RowType made, Set<String> coming, String from) {
        if (columns.columns().isEmpty()) {
            return;
        }
        Set<String> known = new LinkedHashSet<>(columns.names());
        known.addAll(coming);
        made.names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> plan.problems.error(
                        at,
                        "nothing fills the column '" + name + "' of " + made.name() + " where " + word
                                + " makes it of the rows and " + from
                                + Hint.nearOrAll(name, known, "known there:")));
    }
}
