package fellowship.cli;

import fellowship.plan.Parameter;
import fellowship.script.WorkflowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths on a command line count from the working folder, paths in a script from the script's folder. A plan knows only
 * the latter, so what is given with {@code -p} is told from there; relative, so that a project can be moved.
 */
final class GivenPaths {

    private final ScriptFile script;
    private final Trust trust;
    private final Terminal terminal;

    GivenPaths(ScriptFile script, Trust trust, Terminal terminal) {
        this.script = script;
        this.trust = trust;
        this.terminal = terminal;
    }

    Map<String, String> fromScript(Map<String, String> values) {
        if (values.isEmpty()) {
            return values;
        }
        Map<String, String> told = new LinkedHashMap<>(values);
        for (Parameter parameter : parameters()) {
            if (parameter.type().equals("Path")) {
                told.computeIfPresent(parameter.name(), (name, value) -> fromScript(value));
            }
        }
        return told;
    }

    private String fromScript(String value) {
        Path given = Path.of(value);
        Path here = terminal.folder().resolve(given).normalize();
        boolean onlyThere = !Files.exists(here) && Files.exists(script.base().resolve(given));
        return value.equals("-") || given.isAbsolute() || onlyThere
                ? value
                : script.template().isPresent()
                        ? here.toString()
                        : script.base().relativize(here).toString();
    }

    /** None where the script has mistakes: reading it tells them. */
    private List<Parameter> parameters() {
        try {
            return trust.parameters(script, terminal);
        } catch (IOException | WorkflowException e) {
            return List.of();
        }
    }
}
