package fellowship.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "explain",
        sortOptions = false,
        description = "Shows where a pair comes from: who wrote what, who said what of it, in which order.")
final class ExplainCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(
            paramLabel = "PAIR",
            description = "A pair_id of full.jsonl, or its first four letters or more; or a row's id.")
    String pair = "";

    @Option(names = "--out", paramLabel = "DIR", description = "The run folder. Default: all folders in runs/")
    Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "The same as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Found(Path file, JsonNode line) {}

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "no data sets were found in " + where() + "; name the run folder with --out DIR");
        }
        List<Found> found = new ArrayList<>();
        for (Path file : files) {
            search(file, found);
        }
        if (found.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "there is no pair '" + pair + "' in " + where() + "; its id stands as pair_id in full.jsonl");
        }
        for (Found one : found) {
            if (json) {
                terminal.out().print(Json.of(one.line()));
            } else {
                terminal.out().print(Explanation.of(terminal.show(one.file()), one.line()));
            }
        }
        return ExitCode.DONE;
    }

    private String where() {
        return terminal.show(root());
    }

    private Path root() {
        return terminal.folder().resolve(out.orElse(Path.of("runs")));
    }

    /** {@code DIR/DATASET/full.jsonl}, or one folder deeper where no run is named. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(root())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root(), 3)) {
            return all.filter(file -> file.endsWith("full.jsonl")).sorted().toList();
        }
    }

    private void search(Path file, List<Found> found) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (text.contains(pair)) {
                    JsonNode line = JSON.readTree(text);
                    if (isIt(line.path("pair_id").asString(""))
                            || line.path("row_id").asString("").equals(pair)) {
                        found.add(new Found(file, line));
                    }
                }
            }
        }
    }

    private boolean isIt(String id) {
        return id.equals(pair) || pair.length() >= 4 && id.startsWith(pair);
    }
}
