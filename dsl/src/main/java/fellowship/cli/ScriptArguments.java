package fellowship.cli;

import fellowship.plan.Budget;
import fellowship.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which script, with which values, models and bounds. */
final class ScriptArguments {

    @Parameters(
            paramLabel = "SCRIPT",
            description = "The workflow: a .groovy file, or a folder with a workflow.groovy.")
    String script = "";

    @Option(
            names = "-p",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the script. See: fellowship help SCRIPT.")
    Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--model",
            mapFallbackValue = "",
            paramLabel = "[ROLE=]MODEL",
            description = "Who plays a role, or every role: provider:model or URL#model. Wins over fellowship.toml.")
    Map<String, String> models = new LinkedHashMap<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            split = ",",
            description = "Roles from [profiles.NAME.roles] of fellowship.toml. Several: the later one wins.")
    List<String> profiles = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Where all chance comes from; the script's own else.")
    Optional<Long> seed = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "USD",
            converter = Dollars.class,
            description = "Most US dollars to spend, for example 5usd. A cap is never passed.")
    Optional<Double> budget = Optional.empty();

    @Option(names = "--budget-calls", paramLabel = "CALLS", description = "Most model calls to pay for.")
    Optional<Long> calls = Optional.empty();

    /** The plan with what the command line says of seed and budget. */
    Plan bounded(Plan plan) {
        if (calls.filter(number -> number < 0).isPresent()) {
            throw new CommandException(ExitCode.USAGE, "--budget-calls must be 0 or more, was " + calls.get());
        }
        OptionalDouble usd = budget.map(OptionalDouble::of).orElse(plan.budget().usd());
        OptionalLong most = calls.map(OptionalLong::of).orElse(plan.budget().calls());
        return new Plan(
                plan.name(),
                plan.about(),
                plan.parameters(),
                plan.values(),
                new Budget(usd, most),
                seed.orElse(plan.seed()),
                plan.agents(),
                plan.annotators(),
                plan.steps());
    }
}
