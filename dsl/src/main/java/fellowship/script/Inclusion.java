package fellowship.script;

import fellowship.dsl.Annotator;
import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.script.IncludeBuilder.Said;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One template while a script includes it: what the script gives it, and what it gives back. */
final class Inclusion {

    /**
     * A data set of the template.
     *
     * @param rows what it is written from, as the template held it
     * @param source the step that it is written from
     */
    record Given(BuiltFlow<?> rows, Node source) {}

    /**
     * Rows for the template.
     *
     * @param columns theirs; those that the template needs where they do not fit, so that what follows is not told again
     */
    record Rows(Node node, RowType columns) {}

    final String template;
    final String prefix;
    final SourcePosition at;
    final IncludeBuilder said;
    final Map<String, Given> outputs = new LinkedHashMap<>();
    private final PlanBuilder plan;
    private final ReplyUse use;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> agreements = new LinkedHashSet<>();
    private final Map<String, RowType> reads = new LinkedHashMap<>();

    /** @param plan of the script that includes it */
    Inclusion(String template, String prefix, SourcePosition at, IncludeBuilder said, PlanBuilder plan, ReplyUse use) {
        this.template = template;
        this.prefix = prefix;
        this.at = at;
        this.said = said;
        this.plan = plan;
        this.use = use;
    }

    /** The agent in the place of one that the template declares; nothing where it stays. */
    <R> Optional<BuiltAgent<R>> agent(String name, Class<R> reply) {
        names.add(name);
        Said<Object> other = said.others.get(name);
        if (other == null) {
            return Optional.empty();
        }
        if (!(other.value() instanceof BuiltAgent<?> agent)) {
            error(other.at(), "'" + name + "' of " + template + " is an agent, and " + other.value() + " is none");
            return Optional.empty();
        }
        use.lacks(reply, agent)
                .forEach(lack -> error(
                        other.at(), agent + " cannot take the place of '" + name + "' of " + template + ": " + lack));
        return Optional.of(new BuiltAgent<>(agent.plan(), reply, agent.templates()));
    }

    /** The same for a judge, a jury or a debate. */
    <A extends Annotator> Optional<A> annotator(String name, String kind, Class<A> type) {
        names.add(name);
        Said<Object> other = said.others.get(name);
        if (other == null) {
            return Optional.empty();
        }
        if (!type.isInstance(other.value())) {
            error(
                    other.at(),
                    "'" + name + "' of " + template + " is a " + kind + ", and " + other.value() + " is none");
            return Optional.empty();
        }
        return Optional.of(type.cast(other.value()));
    }

    /** The rows that the script gives in the place of a file; nothing, and a word, where it gives none. */
    Optional<Rows> rows(RowType needed) {
        boolean other = !reads.isEmpty() && !reads.containsKey(needed.name());
        reads.put(needed.name(), needed);
        Said<BuiltRows<?>> given = said.inputs.get(needed.name());
        if (given == null && !other) {
            given = said.inputs.get("");
        }
        if (given == null) {
            String how = other
                    ? " reads several files, so its rows are given by their record: input '" + needed.name() + "', rows"
                    : " needs its rows: input read(" + needed.name() + ", FILE)";
            error(at, template + how + "; it needs the columns " + String.join(", ", needed.names()));
            return Optional.empty();
        }
        RowType have = given.value().columns;
        boolean fits = true;
        for (Column column : have.columns().isEmpty() ? List.<Column>of() : needed.columns()) {
            Optional<Column> found = have.column(column.name());
            fits &= found.isPresent() && fits(column.kind(), found.get().kind());
            if (found.isEmpty()) {
                error(
                        given.at(),
                        template + " needs the column '" + column.name() + "', and " + have.name() + " has none"
                                + Hint.nearOrAll(column.name(), have.names(), "it has"));
            } else if (!fits(column.kind(), found.get().kind())) {
                error(
                        given.at(),
                        template + " needs the column '" + column.name() + "' to hold " + RowTypes.word(column.kind())
                                + "; in " + have.name() + " it holds "
                                + RowTypes.word(found.get().kind()));
            }
        }
        return Optional.of(new Rows(given.value().node, fits ? have : needed));
    }

    private static boolean fits(Column.Kind needed, Column.Kind have) {
        return needed == have
                || needed == Column.Kind.ANY
                || have == Column.Kind.ANY
                || have == Column.Kind.WHOLE && (needed == Column.Kind.DECIMAL || needed == Column.Kind.TEXT);
    }

    /** Takes a data set that the template would write; whether it is written after all. */
    boolean takes(String name, BuiltFlow<?> rows, Node source) {
        outputs.put(name, new Given(rows, source));
        return said.kept.containsKey(name);
    }

    /** The same for an agreement. */
    boolean takesAgreement(String name) {
        agreements.add(name);
        return said.kept.containsKey(name);
    }

    /** What was said of the template and fits nothing in it. */
    void tellUnused() {
        said.others.forEach((name, other) -> {
            if (!names.contains(name)) {
                error(
                        other.at(),
                        template + " has no agent or judge '" + name + "'" + Hint.nearOrAll(name, names, "it has"));
            }
        });
        said.inputs.forEach((record, rows) -> {
            if (!record.isEmpty() && !reads.containsKey(record)) {
                error(rows.at(), template + " reads no " + record + Hint.nearOrAll(record, reads.keySet(), "it reads"));
            }
        });
        Set<String> all = new LinkedHashSet<>(outputs.keySet());
        all.addAll(agreements);
        said.kept.forEach((name, place) -> {
            if (!all.contains(name)) {
                error(place, template + " writes no '" + name + "'" + Hint.nearOrAll(name, all, "it writes"));
            }
        });
    }

    /** The data set of a name; nothing, and a word, where there is none. */
    Optional<Given> output(String name, SourcePosition place) {
        if (!outputs.containsKey(name) && !(outputs.isEmpty() && plan.problems.hasErrors())) {
            error(place, template + " has no output '" + name + "'" + Hint.nearOrAll(name, outputs.keySet(), "it has"));
        }
        return Optional.ofNullable(outputs.get(name));
    }

    private void error(SourcePosition place, String message) {
        plan.problems.error(place, message);
    }

    @Override
    public String toString() {
        return template + outputs.keySet().stream().collect(Collectors.joining(", ", " [", "]"));
    }
}
