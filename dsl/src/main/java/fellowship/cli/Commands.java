package fellowship.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The table of commands, in the order of the help. */
final class Commands {

    private static final Map<String, Function<Terminal, Object>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("run", RunCommand::new);
        TABLE.put("retry", RetryCommand::new);
        TABLE.put("check", CheckCommand::new);
        TABLE.put("plan", PlanCommand::new);
        TABLE.put("preview", PreviewCommand::new);
        TABLE.put("explain", ExplainCommand::new);
        TABLE.put("export", ExportCommand::new);
        TABLE.put("verify", VerifyCommand::new);
        TABLE.put("convert", ConvertCommand::new);
        TABLE.put("annotate", AnnotateCommand::new);
        TABLE.put("agree", AgreeCommand::new);
        TABLE.put("push", PushCommand::new);
        TABLE.put("new", NewCommand::new);
        TABLE.put("templates", Commands::templates);
        TABLE.put("models", Commands::models);
        TABLE.put("cache", Commands::cache);
        TABLE.put("help", HelpCommand::new);
        TABLE.put("completion", CompletionCommand::new);
    }

    private Commands() {}

    /** All of them. */
    static CommandLine all(Terminal terminal) {
        return of(terminal, TABLE);
    }

    /** Only the one that is called, since each takes its time to be read; all where none is known by that name. */
    static CommandLine called(Terminal terminal, String... args) {
        String name = args.length > 0 ? args[0] : "";
        return TABLE.containsKey(name) ? of(terminal, Map.of(name, TABLE.get(name))) : all(terminal);
    }

    private static CommandLine of(Terminal terminal, Map<String, Function<Terminal, Object>> table) {
        CommandLine root = new CommandLine(new Main(terminal));
        table.forEach((name, command) -> root.addSubcommand(name, command.apply(terminal)));
        Faults faults = new Faults(terminal);
        return root.setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setUsageHelpWidth(100);
    }

    private static CommandLine cache(Terminal terminal) {
        return new CommandLine(new CacheCommand(terminal))
                .addSubcommand(new CacheListCommand(terminal))
                .addSubcommand(new CachePruneCommand(terminal))
                .addSubcommand(new CacheExportCommand(terminal))
                .addSubcommand(new CacheImportCommand(terminal));
    }

    private static CommandLine templates(Terminal terminal) {
        return new CommandLine(new TemplatesCommand(terminal))
                .addSubcommand(new TemplatesListCommand(terminal))
                .addSubcommand(new TemplatesShowCommand(terminal))
                .addSubcommand(new TemplatesNewCommand(terminal))
                .addSubcommand(new TemplatesTestCommand(terminal))
                .addSubcommand(new TemplatesTrustCommand(terminal));
    }

    private static CommandLine models(Terminal terminal) {
        return new CommandLine(new ModelsCommand(terminal))
                .addSubcommand(new ModelsListCommand(terminal))
                .addSubcommand(new ModelsPullCommand(terminal))
                .addSubcommand(new ModelsTestCommand(terminal));
    }
}
