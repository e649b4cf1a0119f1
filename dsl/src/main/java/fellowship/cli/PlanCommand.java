package fellowship.cli;

import fellowship.plan.PlanDot;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        sortOptions = false,
        description = "Shows what a workflow will do and how many calls, tokens and dollars it takes. Calls no model.")
final class PlanCommand implements Callable<Integer> {

    @Mixin
    final ScriptArguments arguments = new ScriptArguments();

    @Option(names = "--json", description = "The plan, its fingerprint and the estimate as JSON.")
    boolean json;

    @Option(names = "--dot", description = "The plan as a graph for Graphviz.")
    boolean dot;

    @Option(names = "--limit", paramLabel = "ROWS", description = "Estimate for no more than the first rows.")
    Optional<Long> limit = Optional.empty();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OpenScript script = OpenScript.read(arguments, terminal).orFail(terminal, false);
        if (dot) {
            terminal.out().print(PlanDot.of(script.readyPlan()));
        } else {
            new PlanPage(script, limit, terminal).print(json);
        }
        return ExitCode.DONE;
    }
}
