package fellowship.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records that a command is to read.
 *
 * @param file of full records
 * @param folder what belongs to them is written in
 * @param types what they are good for, the best first
 */
record RecordSource(Path file, Path folder, List<String> types) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A data set of a run: its name, and what it holds. */
    private record DataSet(String name, Path file, List<String> types, int rank) {}

    static RecordSource of(Terminal terminal, String given, Optional<String> set, Optional<String> type)
            throws IOException {
        Path path = terminal.folder().resolve(given);
        if (Files.isRegularFile(path)) {
            Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElseThrow();
            return new RecordSource(
                    path, folder, dataSet("", path).map(DataSet::types).orElse(List.of()));
        }
        if (!Files.isDirectory(path)) {
            throw new CommandException(ExitCode.USAGE, given + " does not exist; name a run's folder, as in runs/NAME");
        }
        List<DataSet> sets = sets(path);
        if (sets.isEmpty()) {
            throw new CommandException(
                    ExitCode.DATA,
                    given + " holds no data set with records: 'into dpo', 'kto', 'sft' and 'critiques' write them");
        }
        DataSet chosen = set.map(name -> named(sets, name)).orElseGet(() -> best(sets, type));
        return new RecordSource(chosen.file(), path, chosen.types());
    }

    private static DataSet named(List<DataSet> sets, String name) {
        return sets.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, "--set: there is no data set '" + name + "'; there are " + names(sets)));
    }

    /** Pairs know most, so they come first; two of the best kind must be told apart by name. */
    private static DataSet best(List<DataSet> sets, Optional<String> type) {
        List<DataSet> fitting = sets.stream()
                .filter(one -> type.isEmpty() || one.types().contains(type.get()))
                .toList();
        List<DataSet> all = fitting.isEmpty() ? sets : fitting;
        int rank = all.stream().mapToInt(DataSet::rank).min().orElseThrow();
        List<DataSet> best = all.stream().filter(one -> one.rank() == rank).toList();
        if (best.size() > 1) {
            throw new CommandException(
                    ExitCode.USAGE, "there are several data sets: " + names(best) + "; name one with --set NAME");
        }
        return best.get(0);
    }

    private static String names(List<DataSet> sets) {
        return String.join(", ", sets.stream().map(DataSet::name).toList());
    }

    private static List<DataSet> sets(Path run) throws IOException {
        List<DataSet> sets = new ArrayList<>();
        try (Stream<Path> folders = Files.list(run)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Path full = folder.resolve("full.jsonl");
                if (Files.isRegularFile(full)) {
                    dataSet(folder.getFileName().toString(), full).ifPresent(sets::add);
                }
            }
        }
        sets.sort(Comparator.comparing(DataSet::rank));
        return sets;
    }

    /** By the keys of its first line; nothing where it is empty. */
    private static Optional<DataSet> dataSet(String name, Path file) throws IOException {
        JsonNode line;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            if (first == null) {
                return Optional.empty();
            }
            line = JSON.readTree(first);
        } catch (JacksonException e) {
            return Optional.of(new DataSet(name, file, List.of(), 4)); // Reading it says what is wrong.
        }
        if (line.has("chosen_draft") || line.path("decision").isObject()) {
            return Optional.of(new DataSet(
                    name,
                    file,
                    List.of(
                            "preference",
                            "reward",
                            "unpaired",
                            "prompt-completion",
                            "prompt-only",
                            "language-modeling",
                            "judge",
                            "judge-preference"),
                    0));
        }
        if (line.has("label")) {
            return Optional.of(new DataSet(name, file, List.of("unpaired", "prompt-only"), 1));
        }
        if (line.has("reviewer")) {
            return Optional.of(new DataSet(name, file, List.of("critique", "critique-preference"), 3));
        }
        return Optional.of(
                new DataSet(name, file, List.of("prompt-completion", "language-modeling", "prompt-only"), 2));
    }
}
