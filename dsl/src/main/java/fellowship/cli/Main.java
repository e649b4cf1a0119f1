package fellowship.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code fellowship}. */
@Command(
        name = "fellowship",
        sortOptions = false,
        description = "Runs reactive workflows that make preference data with language models.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 done                      1 done, rows were rejected   64 command line or script",
            "  65 input                    69 provider, resumable       70 fault of this tool",
            "  73 cannot create output     74 disk, resumable           75 run folder in use",
            "  77 credentials              78 configuration or budget   129/130/143 signal, resumable"
        })
public final class Main implements Runnable {

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Option(
            names = {"-V", "--version"},
            description = "Show the version.")
    boolean version;

    private final Terminal terminal;

    Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.system();
        VectorProcess.endWithParent();
        if (System.getProperty("fellowship.wipe") != null) {
            terminal.err().print("\u001b[1A\u001b[2K"); // The JVM's line about the vector module.
        }
        Thread.setDefaultUncaughtExceptionHandler(new LastWords(terminal, Runtime.getRuntime()::halt));
        int code = run(terminal, args);
        terminal.out().flush();
        System.exit(code);
    }

    static int run(Terminal terminal, String... args) {
        Terminal used = List.of(args).contains("--no-color") ? terminal.plain() : terminal;
        try {
            return Commands.called(used, args).execute(args);
        } catch (Error fault) {
            if (List.of(args).contains("--debug")) {
                fault.printStackTrace(terminal.err());
            }
            return Faults.bug(terminal, fault);
        }
    }

    @Override
    public void run() {
        if (version) {
            String known = Main.class.getPackage().getImplementationVersion();
            terminal.out().println("fellowship " + (known == null ? "(development)" : known));
        } else {
            Commands.all(terminal).usage(terminal.out());
        }
    }
}
