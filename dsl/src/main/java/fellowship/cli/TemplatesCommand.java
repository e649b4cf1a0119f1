package fellowship.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "templates",
        sortOptions = false,
        description = "Workflows to use as they are, to build on, to copy and change.")
final class TemplatesCommand implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    TemplatesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine templates = Commands.all(terminal).getSubcommands().get("templates");
        if (templates != null) {
            templates.usage(terminal.out());
        }
    }

    /** @throws CommandException when there is none of the name, with the nearest */
    static ScriptFile find(String name, Terminal terminal) {
        return terminal.shelves()
                .find(name)
                .map(template -> ScriptFile.of(template, terminal))
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "there is no template '" + name + "'; "
                                + terminal.shelves().hint(name)));
    }
}
