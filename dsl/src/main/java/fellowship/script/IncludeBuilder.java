package fellowship.script;

import fellowship.dsl.Agent;
import fellowship.dsl.Annotator;
import fellowship.dsl.IncludeSpec;
import fellowship.dsl.RowFlow;
import fellowship.plan.SourcePosition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills an include block. */
final class IncludeBuilder implements IncludeSpec {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /** What was said, and where. */
    record Said<V>(V value, SourcePosition at) {}

    /** Rows by the name of the record they stand for; one without a name stands under the empty text. */
    final Map<String, Said<BuiltRows<?>>> inputs = new LinkedHashMap<>();

    final Map<String, Said<String>> values = new LinkedHashMap<>();

    /** Agents and annotators by the name of whose place they take. */
    final Map<String, Said<Object>> others = new LinkedHashMap<>();

    final Map<String, SourcePosition> kept = new LinkedHashMap<>();
    Optional<String> name = Optional.empty();
    private final PlanBuilder plan;

    IncludeBuilder(PlanBuilder plan) {
        this.plan = plan;
    }

    @Override
    public void input(RowFlow<?> rows) {
        input("", rows);
    }

    @Override
    public void input(String record, RowFlow<?> rows) {
        once("input", record, inputs.putIfAbsent(record, new Said<>((BuiltRows<?>) rows, plan.origin.here())));
    }

    @Override
    public <T> RowFlow<T> read(Class<T> type, String file, String... more) {
        return plan.read(type, file, more);
    }

    @Override
    public <T> RowFlow<T> read(Class<T> type, Path path, Path... more) {
        return plan.read(type, path, more);
    }

    @Override
    public void set(String parameter, Object value) {
        once("set", parameter, values.putIfAbsent(parameter, new Said<>(String.valueOf(value), plan.origin.here())));
    }

    @Override
    public void replace(String other, Agent<?> agent) {
        once("replace", other, others.putIfAbsent(other, new Said<>(agent, plan.origin.here())));
    }

    @Override
    public void replace(String other, Annotator annotator) {
        once("replace", other, others.putIfAbsent(other, new Said<>(annotator, plan.origin.here())));
    }

    @Override
    public void write(String output, String... more) {
        Stream.concat(Stream.of(output), Stream.of(more))
                .forEach(one -> once("write", one, kept.putIfAbsent(one, plan.origin.here())));
    }

    @Override
    public void named(String wanted) {
        if (!NAME.matcher(wanted).matches()) {
            plan.problems.error(
                    plan.origin.here(),
                    "the name of what is included has letters, digits, _ and - only, was '" + wanted + "'");
            return;
        }
        once("named", "", name.orElse(null));
        name = Optional.of(wanted);
    }

    private void once(String word, String of, @org.jspecify.annotations.Nullable Object before) {
        if (before != null) {
            plan.problems.error(
                    plan.origin.here(),
                    "'" + word + (of.isEmpty() ? "'" : " " + of + "'") + " is said twice in this block");
        }
    }
}
