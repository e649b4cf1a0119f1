package fellowship.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        sortOptions = false,
        description = "Makes a folder with a script to start from, a fellowship.toml and prompts.")
final class NewCommand implements Callable<Integer> {

    /** The script is the quickstart's own, put into the jar by the build, so that there is one to keep. */
    private static final String SCRIPT = "feedback-loop.groovy";

    private static final Map<String, String> FILES = new TreeMap<>(
            Map.of("workflow.groovy", SCRIPT, "fellowship.toml", "fellowship.toml", "prompts.jsonl", "prompts.jsonl"));

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
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path made = folder.resolve(file.getKey());
                Files.writeString(made, template(file.getValue()), StandardCharsets.UTF_8);
                terminal.out().println("made " + terminal.show(made));
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
