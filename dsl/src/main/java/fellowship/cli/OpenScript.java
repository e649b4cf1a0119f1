package fellowship.cli;

import fellowship.config.Configuration;
import fellowship.config.ConfigurationProblem;
import fellowship.config.ConfigurationReading;
import fellowship.config.ConfigurationSources;
import fellowship.plan.Plan;
import fellowship.plan.PlanProblem;
import fellowship.plan.PlanValidator;
import fellowship.script.Reading;
import fellowship.script.Workflows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A script that was read, and the configuration it is read with.
 *
 * @param file where it is
 * @param plan what it says; absent when it has mistakes
 * @param configuration what the operator says
 * @param problems mistakes and warnings of the script
 */
record OpenScript(
        ScriptFile file, Optional<Plan> plan, ConfigurationReading configuration, List<PlanProblem> problems) {

    /** Reads script and configuration; collects what is wrong. */
    static OpenScript read(ScriptArguments arguments, Terminal terminal) {
        return read(ScriptFile.find(arguments.script, terminal), arguments, terminal);
    }

    /** The same of a script that was found already. */
    static OpenScript read(ScriptFile file, ScriptArguments arguments, Terminal terminal) {
        Trust trust = Trust.of(file, terminal);
        Map<String, String> values = new GivenPaths(file, trust, terminal).fromScript(arguments.values);
        Reading reading = reading(file, trust, terminal, values);
        ConfigurationReading configuration = new ConfigurationSources(
                        file.project(terminal), terminal.userFile(), arguments.profiles, arguments.models)
                .read();
        Set<PlanProblem> problems = new LinkedHashSet<>(reading.problems());
        Optional<Plan> plan = reading.plan().map(arguments::bounded);
        plan.ifPresent(made -> {
            problems.addAll(PlanValidator.validate(made));
            problems.addAll(ModelChecks.check(made, configuration.configuration()));
        });
        return new OpenScript(file, plan, configuration, List.copyOf(problems));
    }

    private static Reading reading(ScriptFile file, Trust trust, Terminal terminal, Map<String, String> values) {
        try {
            IncludedTemplates library = new IncludedTemplates(terminal, file.base());
            if (trust.compiles()) {
                return Workflows.read(file.path(), values, terminal.scriptsFolder(), library, trust.pins());
            }
            return Trust.explained(file, Workflows.readOnly(file.path(), values, library, trust.pins()));
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, file.path() + ": cannot be read: " + e.getMessage());
        }
    }

    /**
     * The same when it can run; its warnings are told.
     *
     * @throws CommandException with all that is wrong, when something is
     */
    OpenScript orFail(Terminal terminal, boolean quiet) {
        List<String> wrong = new ArrayList<>();
        if (PlanValidator.hasErrors(problems) || plan.isEmpty()) {
            problems.forEach(problem -> wrong.add(problem.toString()));
        }
        configuration.problems().forEach(problem -> wrong.add(problem.toString()));
        if (!wrong.isEmpty()) {
            throw new CommandException(code(), wrong);
        }
        if (!quiet) {
            problems.forEach(problem -> terminal.err().println(problem));
        }
        return this;
    }

    /** What to exit with for what is wrong; {@link ExitCode#DONE} when nothing is. */
    int code() {
        boolean usage = PlanValidator.hasErrors(problems)
                || plan.isEmpty()
                || configuration.problems().stream()
                        .map(ConfigurationProblem::where)
                        .anyMatch(where -> where.startsWith("--"));
        if (usage) {
            return ExitCode.USAGE;
        }
        return configuration.problems().isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION;
    }

    Plan readyPlan() {
        return plan.orElseThrow();
    }

    Configuration settings() {
        return configuration.configuration();
    }

    /** The models of agents and judges as the script says them, each once. */
    static List<String> models(Plan plan) {
        return Stream.concat(
                        plan.agents().stream().map(agent -> agent.model()),
                        plan.judges().stream().map(judge -> judge.model()))
                .distinct()
                .toList();
    }
}
