package fellowship.config;

import fellowship.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One table of a configuration file, read key by key; what is wrong is collected, never thrown. Values are not repeated in messages: one may be a key. */
final class Section {

    private final String file;
    private final KeyLines lines;
    private final List<String> path;
    private final Map<String, Object> values;
    private final List<ConfigurationProblem> problems;

    Section(
            String file,
            KeyLines lines,
            List<String> path,
            Map<String, Object> values,
            List<ConfigurationProblem> problems) {
        this.file = file;
        this.lines = lines;
        this.path = List.copyOf(path);
        this.values = values;
        this.problems = problems;
    }

    void problem(String key, String message) {
        problems.add(new ConfigurationProblem(where(key), name(key) + " " + message));
    }

    /** Where a key stands, as {@code file:line}. */
    String where(String key) {
        return file + ":" + lines.line(inner(key));
    }

    /** Any other key than these is a mistake. */
    Section closed(List<String> known) {
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(new ConfigurationProblem(
                        where(key), "there is no setting '" + name(key) + "'; " + Nearest.hint(key, known))));
        return this;
    }

    Optional<Object> any(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> text(String key) {
        return as(key, String.class, "must be a text in quotes");
    }

    Optional<Boolean> yesNo(String key) {
        return as(key, Boolean.class, "must be true or false");
    }

    /** A whole number, 1 or more. */
    OptionalLong count(String key) {
        Optional<Long> number = as(key, Number.class, "must be a whole number, 1 or more")
                .filter(value -> value.doubleValue() == Math.rint(value.doubleValue()))
                .map(Number::longValue)
                .filter(value -> value >= 1);
        if (number.isEmpty() && any(key).filter(Number.class::isInstance).isPresent()) {
            problem(key, "must be a whole number, 1 or more");
        }
        return number.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** A number, 0 or more. */
    OptionalDouble amount(String key) {
        Optional<Double> number =
                as(key, Number.class, "must be a number, 0 or more").map(Number::doubleValue);
        if (number.isPresent() && !(number.get() >= 0)) {
            problem(key, "must be a number, 0 or more");
            return OptionalDouble.empty();
        }
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    List<String> texts(String key) {
        if (any(key).isEmpty()) {
            return List.of();
        }
        if (any(key).get() instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        problem(key, "must be a list of texts: [\"…\", \"…\"]");
        return List.of();
    }

    /** A table inside this one; empty when it is absent or no table. */
    Section table(String key) {
        Map<String, Object> inside = new LinkedHashMap<>();
        if (any(key).isPresent()) {
            if (any(key).get() instanceof Map<?, ?> map) {
                map.forEach((name, value) -> inside.put(name.toString(), value));
            } else {
                problem(key, "must be a table");
            }
        }
        return new Section(file, lines, inner(key), inside, problems);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    private <T> Optional<T> as(String key, Class<T> type, String rule) {
        Optional<Object> value = any(key);
        if (value.isPresent() && !type.isInstance(value.get())) {
            problem(key, rule);
        }
        return value.filter(type::isInstance).map(type::cast);
    }

    private List<String> inner(String key) {
        List<String> inner = new ArrayList<>(path);
        inner.add(key);
        return inner;
    }

    private String name(String key) {
        return String.join(".", inner(key));
    }
}
