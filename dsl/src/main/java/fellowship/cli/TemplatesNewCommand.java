package fellowship.cli;

import fellowship.template.Template;
import fellowship.template.TemplateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        sortOptions = false,
        description = "Makes a template in the project's workflows/, as a copy of another to change.")
final class TemplatesNewCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            description = "What it is to be called: a folder of workflows/ that does not exist.")
    String name = "";

    @Option(names = "--from", required = true, paramLabel = "TEMPLATE", description = "The template to copy.")
    String from = "";

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    TemplatesNewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw new CommandException(
                    ExitCode.USAGE, "a template's name has letters, digits, _ and - only, was '" + name + "'");
        }
        Template template = TemplatesCommand.find(from, terminal).template().orElseThrow();
        Path folder = terminal.shelves().project().resolve("workflows").resolve(name);
        if (Files.exists(folder)) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE, terminal.show(folder) + " is there already; give another name");
        }
        try {
            for (String file : TemplateFiles.of(template.folder()).digests().keySet()) {
                Path made = folder.resolve(file);
                Files.createDirectories(made.getParent());
                Files.copy(template.folder().resolve(file), made);
                terminal.out().println("made " + terminal.show(made));
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_CREATE, terminal.show(folder) + " cannot be made: " + e.getMessage());
        }
        terminal.out()
                .println("change " + terminal.show(folder.resolve(Template.SCRIPT))
                        + ", then: fellowship templates test " + name);
        return ExitCode.DONE;
    }
}
