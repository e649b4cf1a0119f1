package fellowship.cli;

import fellowship.config.ConfigurationProblem;
import fellowship.plan.PlanProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        sortOptions = false,
        description = "Tells every mistake of a script and its configuration. Calls no model, reads no rows.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    final ScriptArguments arguments = new ScriptArguments();

    @Option(names = "--json", description = "The problems as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OpenScript script = OpenScript.read(arguments, terminal);
        List<ConfigurationProblem> configuration = script.configuration().problems();
        if (json) {
            List<Map<String, Object>> all = new ArrayList<>();
            script.problems().forEach(problem -> all.add(plain(problem)));
            configuration.forEach(problem -> all.add(plain(problem)));
            terminal.out().print(Json.of(Map.of("problems", all)));
            return script.code();
        }
        script.problems().forEach(problem -> terminal.err().println(problem));
        configuration.forEach(problem -> terminal.err().println(problem));
        if (script.code() == ExitCode.DONE) {
            terminal.out()
                    .println(terminal.show(script.file().path()) + ": no mistakes"
                            + (script.problems().isEmpty()
                                    ? ""
                                    : ", " + Figures.of(script.problems().size(), "warning")));
        }
        return script.code();
    }

    private static Map<String, Object> plain(PlanProblem problem) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        plain.put("file", problem.at().file());
        plain.put("line", problem.at().line());
        plain.put("column", problem.at().column());
        plain.put("message", problem.message());
        return plain;
    }

    private static Map<String, Object> plain(ConfigurationProblem problem) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("severity", "error");
        plain.put("where", problem.where());
        plain.put("message", problem.message());
        return plain;
    }
}
