package fellowship.cli;

import fellowship.store.CachePruning;
import fellowship.store.CompletionCache;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prune",
        sortOptions = false,
        description = "Removes answers: what is old, what a model said, or what no longer fits. Runs keep their own.")
final class CachePruneCommand implements Callable<Integer> {

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = Age.class,
            description = "Remove what was kept longer ago, for example 30d, 12h or 8w.")
    Optional<Duration> age = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "SIZE",
            converter = Bytes.class,
            description = "Remove the oldest until the answers take no more than this, for example 500MB.")
    Optional<Long> keep = Optional.empty();

    @Option(
            names = "--answered-by",
            paramLabel = "MODEL",
            description = "Remove what this model answered, by its name in 'cache list'.")
    Optional<String> model = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what would go.")
    boolean dry;

    @Option(names = "--json", description = "What went, as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    CachePruneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (age.isEmpty() && keep.isEmpty() && model.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "say what is to go: --older-than AGE, --keep SIZE or --answered-by MODEL");
        }
        Clock clock = Clock.systemUTC();
        CachePruning pruning = new CachePruning(
                age.map(old -> clock.instant().minus(old)),
                model,
                keep.map(OptionalLong::of).orElse(OptionalLong.empty()),
                dry);
        try (CompletionCache cache = CompletionCache.open(terminal.cacheFolder(), clock)) {
            long before = cache.bytes();
            CachePruning.Removed removed =
                    Objects.requireNonNull(cache.prune(pruning).block());
            if (json) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("dry-run", dry);
                facts.put("answers", removed.answers());
                facts.put("bytes", removed.bytes());
                facts.put("left", removed.left());
                facts.put("freed", Math.max(0, before - cache.bytes()));
                terminal.out().print(Json.of(facts));
            } else {
                terminal.out()
                        .println((dry ? "would remove " : "removed ") + Figures.count(removed.answers()) + " answers ("
                                + Bytes.show(removed.bytes()) + "), " + Figures.count(removed.left()) + " stay");
            }
        }
        return ExitCode.DONE;
    }
}
