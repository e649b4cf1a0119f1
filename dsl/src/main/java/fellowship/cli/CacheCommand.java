package fellowship.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "cache",
        sortOptions = false,
        description = "The answers that are kept across runs: what there is, what may go, and giving them to others.")
final class CacheCommand implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CacheCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine cache = Commands.all(terminal).getSubcommands().get("cache");
        if (cache != null) {
            cache.usage(terminal.out());
        }
    }
}
