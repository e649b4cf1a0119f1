package fellowship.cli;

import fellowship.export.Convert;
import fellowship.export.record.Foreign;
import fellowship.export.record.RecordException;
import fellowship.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        sortOptions = false,
        description = "Makes full records of a preference file of others, so that 'export' takes it.")
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON lines.")
    String file = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FORMAT",
            description = "trl, ultrafeedback-binarized, ultrafeedback, hh, alpaca-eval.")
    String from = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Default: FILE, ending in .records.jsonl")
    Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "What was written, as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    ConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Foreign.names().contains(from)) {
            throw new CommandException(
                    ExitCode.USAGE, "--from: there is no '" + from + "'; " + Nearest.hint(from, Foreign.names()));
        }
        Path path = terminal.folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandException(ExitCode.DATA, file + " does not exist, or is no file");
        }
        Path to = terminal.folder().resolve(out.orElse(Path.of(file.replaceAll("\\.jsonl?$", "") + ".records.jsonl")));
        Convert.Converted converted;
        try {
            converted = Convert.run(path, from, to);
        } catch (RecordException e) {
            throw new CommandException(ExitCode.DATA, shown(e));
        }
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("file", to.toString());
            facts.put("records", converted.records());
            facts.put("decided", converted.decided());
            terminal.out().print(Json.of(facts));
        } else {
            terminal.out()
                    .println(terminal.show(to) + ": " + Figures.of(converted.records(), "record") + ", "
                            + converted.decided() + " with a preference");
        }
        return ExitCode.DONE;
    }

    /** Paths as they were given. */
    private String shown(RecordException e) {
        return String.valueOf(e.getMessage()).replace(terminal.folder() + "/", "");
    }
}
