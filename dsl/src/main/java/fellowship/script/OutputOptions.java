package fellowship.script;

import fellowship.dsl.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a data set beside its name. */
record OutputOptions(Map<String, ?> options, Origin origin, Problems problems) {

    /** {@code kto('name', atLeast: 7)}. */
    Output atLeast(Output output) {
        return new Output(
                output.type(),
                output.name(),
                new NamedNumbers("kto", options, origin, problems).number("atLeast"),
                output.by());
    }

    /** {@code jsonl('name', by: ['age', 'gender'])}. */
    Output by(Output output) {
        Object by = options.get("by");
        List<?> columns = by instanceof List<?> list ? list : by == null ? List.of() : List.of(by);
        if (by == null || !columns.stream().allMatch(CharSequence.class::isInstance)) {
            problems.error(origin.here(), "by names columns: jsonl('" + output.name() + "', by: ['age', 'gender'])");
            return output;
        }
        List<String> names = columns.stream().map(Object::toString).distinct().toList();
        return new Output(output.type(), output.name(), output.atLeast(), Optional.of(names));
    }
}
