package fellowship.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        sortOptions = false,
        description = "Makes a folder with a script to start from, a fellowship.toml and prompts.")
final class NewCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of("workflow.groovy", "fellowship.toml", "prompts.jsonl");

    @Parameters(paramLabel = "NAME", description = "The folder; it must not exist.")
    String name = "";

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = terminal.folder().resolve(name);
        if (Files.exists(folder)) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE, terminal.show(folder) + " is there already; give another name");
        }
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                Files.writeString(folder.resolve(file), template(file), StandardCharsets.UTF_8);
                terminal.out().println("made " + terminal.show(folder.resolve(file)));
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE, terminal.show(folder) + " cannot be made: " + e.getMessage());
        }
        terminal.out().println("try it: fellowship run " + terminal.show(folder) + " --limit 2");
        return ExitCode.DONE;
    }

    private static String template(String file) throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream("new/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks new/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
