package fellowship.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        sortOptions = false,
        description = "Runs a workflow and writes its data sets. A run that was stopped goes on where it was.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    final ScriptArguments arguments = new ScriptArguments();

    @Mixin
    final RunArguments options = new RunArguments();

    @Option(names = "--dry-run", description = "Show the plan and what it would take; run nothing.")
    boolean dry;

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        options.check();
        OpenScript script = OpenScript.read(arguments, terminal).orFail(terminal, options.quiet);
        if (dry) {
            new PlanPage(script, options.limit, terminal).print(options.json);
            return ExitCode.DONE;
        }
        return new Running(script, options, terminal, false)
                .run(spec, Resume.line(spec.commandLine().getParseResult().originalArgs(), "run"));
    }
}
