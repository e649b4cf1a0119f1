package fellowship.cli;

import fellowship.store.AnswerFile;
import fellowship.store.CompletionCache;
import fellowship.store.Journal;
import fellowship.store.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "export",
        sortOptions = false,
        description = {
            "Writes the answers of a run, or all that are kept, into one file. Whoever imports it runs the same script"
                    + " on the same input without a key and without a cent."
        })
final class CacheExportCommand implements Callable<Integer> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Parameters(
            arity = "1..2",
            paramLabel = "[RUN] FILE",
            description = "The run folder whose answers are wanted (without one: all that are kept), and the new file.")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "What was written, as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CacheExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path file = terminal.folder().resolve(paths.get(paths.size() - 1));
        if (Files.isDirectory(file)) {
            throw new CommandException(
                    ExitCode.USAGE, file + " is a folder; name the file to write: cache export RUN FILE");
        }
        AnswerFile.Written written =
                paths.size() == 2 ? run(terminal.folder().resolve(paths.get(0)), file) : cache(file);
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("file", file.toString());
            facts.put("answers", written.answers());
            facts.put("damaged", written.damaged());
            facts.put("bytes", written.bytes());
            facts.put("sha256", written.sha256());
            terminal.out().print(Json.of(facts));
        } else {
            terminal.out()
                    .println(Figures.count(written.answers()) + " answers, " + Bytes.show(written.bytes()) + ": "
                            + terminal.show(file));
            terminal.out().println("sha256 " + written.sha256());
        }
        if (written.damaged() > 0) {
            terminal.err().println(Figures.count(written.damaged()) + " damaged records were left out");
        }
        return ExitCode.DONE;
    }

    private AnswerFile.Written cache(Path file) {
        try (CompletionCache cache = CompletionCache.open(terminal.cacheFolder(), Clock.systemUTC())) {
            return cache.exportTo(file);
        }
    }

    private AnswerFile.Written run(Path folder, Path file) {
        if (!Files.exists(folder.resolve(Journal.FILE))) {
            throw new CommandException(
                    ExitCode.USAGE,
                    folder + " is no run folder: it has no " + Journal.FILE
                            + (Files.isDirectory(folder) ? "" : "; there is no such folder"));
        }
        try (RunLock lock = RunLock.acquire(folder);
                Journal journal = Journal.open(folder)) {
            return journal.exportTo(file, models(folder));
        }
    }

    /** Who was asked, where the run came to its end and so has a manifest. */
    private static Map<String, String> models(Path folder) {
        Map<String, String> models = new LinkedHashMap<>();
        try {
            MAPPER.readTree(Files.readAllBytes(folder.resolve("manifest.json")))
                    .path("models")
                    .properties()
                    .forEach(
                            model -> models.put(model.getKey(), model.getValue().asString("")));
        } catch (IOException | JacksonException e) {
            models.clear(); // It only helps people.
        }
        return models;
    }
}
