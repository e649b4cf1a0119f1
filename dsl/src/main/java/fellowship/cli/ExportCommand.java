package fellowship.cli;

import fellowship.export.Export;
import fellowship.export.ExportJob;
import fellowship.export.Exported;
import fellowship.export.form.Form;
import fellowship.export.form.Reasons;
import fellowship.export.record.RecordException;
import fellowship.export.split.Shares;
import fellowship.export.write.FileKind;
import fellowship.export.write.ShardedRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        sortOptions = false,
        description = "Writes a run's data set as a trainer or another consumer reads it.")
final class ExportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            description = "A run's folder, its full.jsonl, or a file of full records that 'convert' wrote.")
    String run = "";

    @Mixin
    final FormOptions form = new FormOptions();

    @Option(names = "--set", paramLabel = "NAME", description = "Which data set of the run. Default: the one of pairs")
    Optional<String> set = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "KIND",
            description = "jsonl or parquet (Zstandard; pictures inside). Default: jsonl; for verl parquet")
    Optional<String> format = Optional.empty();

    @Option(
            names = "--split",
            split = ",",
            paramLabel = "NAME=SHARE",
            description = "Splits beside train, as test=0.1; nearly equal prompts never stand in two.")
    Map<String, Double> splits = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "That splits are drawn from. Default: 0")
    long seed;

    @Option(
            names = "--at-least",
            paramLabel = "SCORE",
            description = "unpaired: answers are good from this score on, instead of the chosen and not the rejected.")
    Optional<Double> atLeast = Optional.empty();

    @Option(names = "--shard-rows", paramLabel = "N", description = "Rows of a file at most. Default: one file a split")
    long shardRows;

    @Option(names = "--out", paramLabel = "DIR", description = "Default: RUN/export/CONSUMER-TYPE")
    Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Write into a folder that holds something.")
    boolean force;

    @Option(names = "--json", description = "What was written, as JSON.")
    boolean json;

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RecordSource source = RecordSource.of(terminal, run, set, form.type());
        Form chosen = form.form(source.types());
        FileKind kind = kind(chosen);
        Path folder = terminal.folder()
                .resolve(
                        out.orElse(source.folder().resolve("export").resolve(chosen.consumer() + "-" + chosen.type())));
        refuseFull(folder);
        Exported exported;
        try {
            exported = Export.run(
                    new ExportJob(source.file(), chosen, kind, shares(), seed, shardRows, folder, threshold(chosen)));
        } catch (RecordException e) {
            throw new CommandException(ExitCode.DATA, shown(e));
        }
        if (json) {
            terminal.out().print(Json.of(facts(chosen, folder, exported)));
        } else {
            tell(chosen, folder, exported);
        }
        if (exported.rows() == 0) {
            terminal.err().println("no record gives a row of " + chosen.consumer() + " " + chosen.type());
            return ExitCode.DATA;
        }
        return ExitCode.DONE;
    }

    private FileKind kind(Form chosen) {
        String word = format.orElse(chosen.consumer().equals("verl") ? "parquet" : "jsonl");
        return Stream.of(FileKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> usage("--format: there is no '" + word + "'; jsonl and parquet are there"));
    }

    private Shares shares() {
        if (shardRows < 0) {
            throw usage("--shard-rows must be 1 or more, was " + shardRows);
        }
        try {
            return new Shares(splits);
        } catch (IllegalArgumentException e) {
            throw usage("--split: " + e.getMessage());
        }
    }

    private OptionalDouble threshold(Form chosen) {
        if (atLeast.isPresent() && !chosen.type().equals("unpaired")) {
            throw usage("--at-least is for --type unpaired; " + chosen.type() + " has no labels");
        }
        return atLeast.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void refuseFull(Path folder) throws IOException {
        if (!force && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new CommandException(
                            ExitCode.CANNOT_CREATE,
                            terminal.show(folder) + " is not empty; name another with --out DIR, or add --force");
                }
            }
        }
    }

    private void tell(Form chosen, Path folder, Exported exported) {
        terminal.out()
                .println(Figures.of(exported.records(), "record") + ", " + Figures.of(exported.rows(), "row") + " for "
                        + chosen.consumer() + ", " + chosen.type());
        exported.left().forEach((reason, count) -> terminal.out()
                .println("left out: " + count + " " + reason + " ("
                        + Reasons.texts().get(reason) + ")"));
        for (ShardedRows.Written file : exported.files()) {
            terminal.out()
                    .println(terminal.show(folder.resolve(file.path())) + ": " + Figures.of(file.rows(), "row") + ", "
                            + Bytes.show(file.bytes()));
        }
        splits.keySet().stream()
                .filter(split ->
                        exported.files().stream().noneMatch(file -> file.split().equals(split)))
                .forEach(split -> terminal.out()
                        .println(split + ": no row, since nearly equal prompts stay together and no group of them fits"
                                + " into its share"));
        exported.companions().forEach(name -> terminal.out().println(terminal.show(folder.resolve(name))));
    }

    private static Map<String, Object> facts(Form chosen, Path folder, Exported exported) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("consumer", chosen.consumer());
        facts.put("type", chosen.type());
        facts.put("records", exported.records());
        facts.put("rows", exported.rows());
        facts.put("left", exported.left());
        facts.put("folder", folder.toString());
        facts.put("files", exported.files().stream().map(ExportCommand::file).toList());
        facts.put("companions", exported.companions());
        return facts;
    }

    private static Map<String, Object> file(ShardedRows.Written written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("path", written.path());
        facts.put("split", written.split());
        facts.put("rows", written.rows());
        facts.put("bytes", written.bytes());
        return facts;
    }

    private static CommandException usage(String line) {
        return new CommandException(ExitCode.USAGE, List.of(line));
    }

    /** Paths as they were given. */
    private String shown(RecordException e) {
        return String.valueOf(e.getMessage()).replace(terminal.folder() + "/", "");
    }
}
