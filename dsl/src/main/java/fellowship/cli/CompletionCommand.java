package fellowship.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "completion",
        sortOptions = false,
        description = {"Prints a completion script for bash and zsh.", "Use it with: source <(fellowship completion)"})
final class CompletionCommand implements Callable<Integer> {

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(AutoComplete.bash("fellowship", Commands.all(terminal)));
        return ExitCode.DONE;
    }
}
