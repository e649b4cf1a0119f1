package fellowship.cli;

import fellowship.store.CacheShelf;
import fellowship.store.CompletionCache;
import fellowship.text.Columns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", sortOptions = false, description = "How many answers of which models are kept, and where.")
final class CacheListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "The same as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CacheListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (CompletionCache cache = CompletionCache.open(terminal.cacheFolder(), Clock.systemUTC())) {
            List<CacheShelf> shelves = cache.shelves();
            long answers = shelves.stream().mapToLong(CacheShelf::answers).sum();
            if (json) {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("file", cache.path().toString());
                all.put("bytes", cache.bytes());
                all.put("answers", answers);
                all.put("models", shelves.stream().map(CacheListCommand::plain).toList());
                terminal.out().print(Json.of(all));
                return ExitCode.DONE;
            }
            List<List<String>> rows = new ArrayList<>();
            for (CacheShelf shelf : shelves) {
                rows.add(List.of(
                        shelf.model().isEmpty() ? "(damaged)" : shelf.model(),
                        Figures.count(shelf.answers()),
                        Bytes.show(shelf.bytes()),
                        shelf.first().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                        shelf.last().atZone(ZoneOffset.UTC).toLocalDate().toString()));
            }
            terminal.out().print(Columns.of(List.of("answered by", "answers", "size", "first", "last"), rows));
            terminal.out()
                    .println(Figures.count(answers) + " answers, " + Bytes.show(cache.bytes()) + " on disk: "
                            + cache.path());
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> plain(CacheShelf shelf) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("model", shelf.model());
        plain.put("answers", shelf.answers());
        plain.put("bytes", shelf.bytes());
        plain.put("first", shelf.first().truncatedTo(ChronoUnit.SECONDS).toString());
        plain.put("last", shelf.last().truncatedTo(ChronoUnit.SECONDS).toString());
        return plain;
    }
}
