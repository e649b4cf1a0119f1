package fellowship.cli;

import fellowship.store.AnswerFile;
import fellowship.store.CompletionCache;
import fellowship.store.Journal;
import fellowship.store.RunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        sortOptions = false,
        description = {
            "Takes in answers that somebody exported. Each is checked against its digest; an answer that is here"
                    + " already stays. An imported answer is as good as whoever sent it."
        })
final class CacheImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What 'cache export' wrote.")
    Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Into this run folder and not into the cache: also answers that were cut or refused, which no"
                    + " other run is given.")
    Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "What was taken in, as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CacheImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path from = terminal.folder().resolve(file);
        if (!Files.isRegularFile(from)) {
            throw new CommandException(ExitCode.DATA, "there is no file " + from);
        }
        AnswerFile.Read read =
                out.map(folder -> run(from, terminal.folder().resolve(folder))).orElseGet(() -> cache(from));
        if (json) {
            terminal.out().print(Json.of(plain(read)));
        } else {
            print(read);
        }
        if (!read.whole()) {
            terminal.err().println(from + " is damaged or cut; what could be read was taken in: get it again");
        }
        return read.whole() && read.damaged() == 0 ? ExitCode.DONE : ExitCode.DATA;
    }

    private AnswerFile.Read cache(Path from) {
        try (CompletionCache cache = CompletionCache.open(terminal.cacheFolder(), Clock.systemUTC())) {
            return Objects.requireNonNull(cache.importFrom(from).block());
        }
    }

    private static AnswerFile.Read run(Path from, Path folder) {
        try (RunLock lock = RunLock.acquire(folder);
                Journal journal = Journal.open(folder)) {
            return Objects.requireNonNull(journal.importFrom(from).block());
        }
    }

    private static Map<String, Object> plain(AnswerFile.Read read) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("answers", read.answers());
        facts.put("added", read.added());
        facts.put("present", read.present());
        facts.put("different", read.different());
        facts.put("unfit", read.unfit());
        facts.put("damaged", read.damaged());
        facts.put("whole", read.whole());
        facts.put("models", read.models());
        return facts;
    }

    private void print(AnswerFile.Read read) {
        terminal.out()
                .println(Figures.count(read.added()) + " answers taken in"
                        + (read.present() > 0 ? ", " + Figures.count(read.present()) + " were here already" : ""));
        read.models().forEach((name, model) -> terminal.out().println("  " + name + " was " + model));
        tell(read.different(), "have another answer here, which stays: a run here may come to other data");
        tell(read.unfit(), "were cut, filtered or refused and left out: only --out DIR takes those");
        tell(read.damaged(), "are damaged and were left out");
    }

    private void tell(long count, String what) {
        if (count > 0) {
            terminal.err().println(Figures.count(count) + " " + what);
        }
    }
}
