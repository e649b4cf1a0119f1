package fellowship.cli;

import fellowship.run.RunException;
import fellowship.store.AnswerFileException;
import fellowship.store.DiskException;
import fellowship.store.RunInUseException;
import fellowship.template.TemplateException;
import fellowship.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is told when a command cannot be read or cannot be carried out, and what the process ends with. */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Terminal terminal;

    Faults(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        terminal.err().println(command.qualifiedName() + ": " + message(fault, command));
        terminal.err().println("see: " + command.qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException fault, CommandSpec command) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (fault instanceof MissingParameterException missing) {
            return "missing: "
                    + String.join(
                            ", ",
                            missing.getMissing().stream().map(Faults::name).toList());
        }
        String said = String.valueOf(fault.getMessage());
        return Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String unmatched(String word, CommandSpec command) {
        if (word.startsWith("-")) {
            String name = word.replaceFirst("=.*", "");
            List<String> options = command.options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .filter(option -> option.startsWith("--"))
                    .toList();
            return "there is no option '" + name + "'; "
                    + Nearest.of(name, options)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("a parameter of the script is given as -p name=value");
        }
        return command.subcommands().isEmpty()
                ? "'" + word + "' is one argument too many"
                : "there is no command '" + word + "'; "
                        + Nearest.hint(word, command.subcommands().keySet());
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
        if (debug(parsed)) {
            fault.printStackTrace(terminal.err());
        }
        if (fault instanceof CommandException known) {
            known.lines().forEach(terminal.err()::println);
            return known.code();
        }
        if (fault instanceof RunException refused) {
            refused.problems().forEach(terminal.err()::println);
            return code(refused.kind());
        }
        if (fault instanceof TemplateException) {
            return told(fault, ExitCode.USAGE);
        }
        if (fault instanceof RunInUseException) {
            return told(fault, ExitCode.IN_USE);
        }
        if (fault instanceof AnswerFileException) {
            return told(fault, ExitCode.DATA);
        }
        if (fault instanceof DiskException) {
            return told(fault, ExitCode.DISK);
        }
        return bug(terminal, fault);
    }

    /** Something that must not happen. */
    static int bug(Terminal terminal, Throwable fault) {
        terminal.err().println("a fault of this tool: " + fault);
        terminal.err().println("please report it, with what the same command says with --debug");
        return ExitCode.BUG;
    }

    private int told(Exception fault, int code) {
        terminal.err().println(fault.getMessage());
        return code;
    }

    private static int code(RunException.Kind kind) {
        return switch (kind) {
            case INPUT -> ExitCode.DATA;
            case CONFIGURATION -> ExitCode.CONFIGURATION;
            case CREDENTIALS -> ExitCode.CREDENTIALS;
            case IN_USE -> ExitCode.IN_USE;
            case FOLDER -> ExitCode.CANNOT_CREATE;
            case PLAN -> ExitCode.USAGE;
        };
    }

    /** The code for a run that stopped by itself: the reasons are those of the fault table. */
    static int code(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "unauthorised", "forbidden", "no-key", "foreign-host", "credentials" -> ExitCode.CREDENTIALS;
            case "no-credit",
                    "no-quota",
                    "no-price",
                    "budget",
                    "unknown-model",
                    "unsupported-parameter",
                    "no-scripted-answer" -> ExitCode.CONFIGURATION;
            case "script-error" -> ExitCode.USAGE;
            case "journal", "disk" -> ExitCode.DISK;
            case "bug", "out-of-memory" -> ExitCode.BUG;
            default -> ExitCode.UNAVAILABLE;
        };
    }

    private static boolean debug(ParseResult parsed) {
        for (ParseResult at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            if (at.hasMatchedOption("--debug")) {
                return true;
            }
        }
        return false;
    }
}
