package fellowship.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "models", sortOptions = false, description = "Who plays which role, and whether they answer.")
final class ModelsCommand implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    ModelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine models = Commands.all(terminal).getSubcommands().get("models");
        if (models != null) {
            models.usage(terminal.out());
        }
    }
}
