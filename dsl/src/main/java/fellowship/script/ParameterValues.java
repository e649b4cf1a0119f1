package fellowship.script;

import fellowship.plan.Parameter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The values of a script's parameters: what was given, checked, else the defaults. */
final class ParameterValues {

    private final List<Parameter> declared;
    private final ScriptText text;
    private final Problems problems;
    private final Map<String, Object> typed = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    ParameterValues(List<Parameter> declared, ScriptText text, Problems problems) {
        this.declared = declared;
        this.text = text;
        this.problems = problems;
    }

    /** Takes the values that a user gave; each mistake is told, and the default goes on in its place. */
    void give(Map<String, String> given) {
        List<String> names = declared.stream().map(Parameter::name).toList();
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.error(
                        text.at(0, 0),
                        "there is no parameter '" + name + "'"
                                + (names.isEmpty()
                                        ? "; this script has none"
                                        : Hint.nearOrAll(name, names, "there are"))));
        for (Parameter parameter : declared) {
            Optional<String> value = Optional.ofNullable(given.get(parameter.name()));
            value.flatMap(raw -> checked(parameter, raw))
                    .or(() -> parameter.fallback().flatMap(raw -> convert(parameter.type(), raw)))
                    .ifPresent(made -> {
                        typed.put(parameter.name(), made);
                        shown.put(parameter.name(), made.toString());
                    });
            if (value.isEmpty() && parameter.fallback().isEmpty()) {
                problems.error(
                        parameter.at(),
                        "parameter '" + parameter.name() + "' must be given: -p " + parameter.name() + "="
                                + parameter.type().toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Whether every parameter has a value, so that the script can be evaluated. */
    boolean complete() {
        return typed.size() == declared.size();
    }

    Map<String, Object> typed() {
        return typed;
    }

    Map<String, String> shown() {
        return shown;
    }

    private Optional<Object> checked(Parameter parameter, String raw) {
        Optional<Object> value = convert(parameter.type(), raw);
        Optional<String> mistake =
                value.isEmpty() ? Optional.of("is " + kind(parameter.type())) : broken(parameter, value.get());
        mistake.ifPresent(rule ->
                problems.error(parameter.at(), "parameter '" + parameter.name() + "' " + rule + ", was '" + raw + "'"));
        return mistake.isPresent() ? Optional.empty() : value;
    }

    /** The rule that a value breaks, if any. */
    static Optional<String> broken(Parameter parameter, Object value) {
        List<String> oneOf = parameter.oneOf();
        if (!oneOf.isEmpty() && !oneOf.contains(value.toString())) {
            return Optional.of("is one of " + String.join(", ", oneOf));
        }
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        OptionalDouble min = parameter.min();
        OptionalDouble max = parameter.max();
        boolean low = min.isPresent() && number.doubleValue() < min.getAsDouble();
        boolean high = max.isPresent() && number.doubleValue() > max.getAsDouble();
        return low || high ? Optional.of("must be " + range(min, max)) : Optional.empty();
    }

    private static String range(OptionalDouble min, OptionalDouble max) {
        if (max.isEmpty()) {
            return bound(min) + " or more";
        }
        return min.isEmpty() ? "at most " + bound(max) : bound(min) + " to " + bound(max);
    }

    private static String bound(OptionalDouble bound) {
        double value = bound.orElseThrow();
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    static Optional<Object> convert(String type, String raw) {
        try {
            return switch (type) {
                case "String" -> Optional.of(raw);
                case "int" -> Optional.of(Integer.valueOf(raw.replace("_", "")));
                case "long" -> Optional.of(Long.valueOf(raw.replace("_", "")));
                case "double" ->
                    Optional.<Object>of(Double.valueOf(raw.replace("_", "")))
                            .filter(number -> Double.isFinite((Double) number));
                case "boolean" ->
                    Optional.ofNullable(
                            Map.<String, Object>of("true", true, "false", false).get(raw));
                case "Path" -> raw.isBlank() ? Optional.empty() : Optional.of(Path.of(raw));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    static String kind(String type) {
        return switch (type) {
            case "int", "long" -> "a whole number";
            case "double" -> "a number";
            case "boolean" -> "true or false";
            case "Path" -> "a path";
            default -> "text";
        };
    }
}
