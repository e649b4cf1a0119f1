package fellowship.plan;

import java.util.List;
import java.util.Optional;

/** Parameters are declared once, given, and within what their script allows. */
final class ParameterChecks {

    private final Plan plan;
    private final Problems problems;

    ParameterChecks(Plan plan, Problems problems) {
        this.plan = plan;
        this.problems = problems;
    }

    void check() {
        List<String> known = plan.parameters().stream().map(Parameter::name).toList();
        plan.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.unknown(problems.script(), "parameter", name, known));
        for (Parameter parameter : plan.parameters()) {
            if (known.indexOf(parameter.name()) != plan.parameters().indexOf(parameter)) {
                problems.error(parameter.at(), "the parameter '" + parameter.name() + "' is declared twice");
            }
            Optional<String> value =
                    Optional.ofNullable(plan.values().get(parameter.name())).or(parameter::fallback);
            value.ifPresentOrElse(
                    text -> range(parameter, text),
                    () -> problems.error(
                            parameter.at(),
                            "the parameter '" + parameter.name() + "' has no default; give -p " + parameter.name()
                                    + "=…"));
        }
    }

    private void range(Parameter parameter, String text) {
        if (!parameter.oneOf().isEmpty() && !parameter.oneOf().contains(text)) {
            problems.error(
                    parameter.at(),
                    parameter.name() + " must be one of " + String.join(", ", parameter.oneOf()) + ", was '" + text
                            + "'");
        }
        if (parameter.min().isEmpty() && parameter.max().isEmpty()) {
            return;
        }
        try {
            double number = Double.parseDouble(text.replace("_", ""));
            if (parameter.min().isPresent() && !(number >= parameter.min().getAsDouble())) {
                problems.error(
                        parameter.at(),
                        parameter.name() + " must be "
                                + Plain.number(parameter.min().getAsDouble()) + " or more, was " + text);
            }
            if (parameter.max().isPresent() && !(number <= parameter.max().getAsDouble())) {
                problems.error(
                        parameter.at(),
                        parameter.name() + " must be "
                                + Plain.number(parameter.max().getAsDouble()) + " or less, was " + text);
            }
        } catch (NumberFormatException e) {
            problems.error(parameter.at(), parameter.name() + " must be a number, was '" + text + "'");
        }
    }
}
