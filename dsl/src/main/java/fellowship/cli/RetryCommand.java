package fellowship.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "retry",
        sortOptions = false,
        description = "Asks again only what led to rejected rows; all other answers are taken from the run folder.")
final class RetryCommand implements Callable<Integer> {

    @Mixin
    final ScriptArguments arguments = new ScriptArguments();

    @Option(names = "--failed", required = true, description = "The rows that were rejected. Must be given.")
    boolean failed;

    @Mixin
    final RunArguments options = new RunArguments();

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    RetryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        options.check();
        OpenScript script = OpenScript.read(arguments, terminal).orFail(terminal, options.quiet);
        return new Running(script, options, terminal, true)
                .run(spec, Resume.line(spec.commandLine().getParseResult().originalArgs(), "retry"));
    }
}
