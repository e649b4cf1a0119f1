package fellowship.cli;

import fellowship.plan.Parameter;
import fellowship.script.Header;
import fellowship.script.WorkflowException;
import fellowship.text.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "help",
        sortOptions = false,
        description = "Explains a command, or a script: what it is for and which parameters it takes.")
final class HelpCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "COMMAND|SCRIPT", description = "What to explain.")
    Optional<String> topic = Optional.empty();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine commands = Commands.all(terminal);
        CommandLine command =
                topic.map(word -> commands.getSubcommands().get(word)).orElse(commands);
        if (topic.isEmpty() || command != commands) {
            command.usage(terminal.out());
            return ExitCode.DONE;
        }
        ScriptFile file = ScriptFile.find(topic.get(), terminal);
        Header header = header(file, terminal);
        terminal.out().println(file.name() + (header.about().isEmpty() ? "" : ": " + header.about()));
        terminal.out().println();
        terminal.out().println("usage: fellowship run " + file.asked(terminal) + required(header));
        if (!header.parameters().isEmpty()) {
            terminal.out().println();
            terminal.out().print(parameters(header));
        }
        return ExitCode.DONE;
    }

    /** A table of the parameters. */
    static String parameters(Header header) {
        List<List<String>> rows = new ArrayList<>();
        header.parameters().forEach(parameter -> rows.add(row(parameter)));
        return Columns.of(List.of("parameter", "type", "default", "allowed", "what it is"), rows);
    }

    static Header header(ScriptFile file, Terminal terminal) {
        try {
            return Trust.of(file, terminal).header(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, file.path() + ": cannot be read: " + e.getMessage());
        } catch (WorkflowException e) {
            throw new CommandException(
                    ExitCode.USAGE, e.problems().stream().map(Object::toString).toList());
        }
    }

    static String required(Header header) {
        StringBuilder out = new StringBuilder();
        header.parameters().stream()
                .filter(parameter -> parameter.fallback().isEmpty())
                .forEach(parameter -> out.append(" -p ")
                        .append(parameter.name())
                        .append("=")
                        .append(parameter.type().toUpperCase(java.util.Locale.ROOT)));
        return out.toString();
    }

    private static List<String> row(Parameter parameter) {
        return List.of(
                parameter.name(),
                parameter.type(),
                parameter.fallback().orElse("(must be given)"),
                allowed(parameter),
                parameter.help());
    }

    private static String allowed(Parameter parameter) {
        if (!parameter.oneOf().isEmpty()) {
            return String.join(" | ", parameter.oneOf());
        }
        String least = parameter.min().isPresent() ? plain(parameter.min().getAsDouble()) : "";
        String most = parameter.max().isPresent() ? plain(parameter.max().getAsDouble()) : "";
        return least.isEmpty() && most.isEmpty() ? "any" : least + ".." + most;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
