package fellowship.cli;

import fellowship.cli.agree.AgreeException;
import fellowship.cli.agree.Agreement;
import fellowship.cli.agree.Asked;
import fellowship.cli.agree.Rule;
import fellowship.dataset.InputException;
import fellowship.dataset.Table;
import fellowship.stats.Dimension;
import fellowship.stats.Findings;
import fellowship.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "agree",
        sortOptions = false,
        description = "Measures who agrees with whom in a table of labels or scores, with intervals.")
final class AgreeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "JSON lines, a JSON array, CSV or TSV; - is standard input. A row a judgment (item, annotator,"
                            + " label or score), or a row an item and a column an annotator. Or a run folder whose"
                            + " pairs people have judged.")
    String file = "";

    @Mixin
    final AgreeColumns columns = new AgreeColumns();

    @Option(
            names = "--tie",
            split = ",",
            paramLabel = "LABEL",
            description = "Labels that mean a tie. They are labels like others, and counted. Default: tie")
    List<String> ties = List.of("tie");

    @Option(
            names = "--unreadable",
            split = ",",
            paramLabel = "LABEL",
            description =
                    "Labels that mean that nothing could be read. They are missing, and counted. Default: unreadable")
    List<String> unreadable = List.of("unreadable");

    @Option(
            names = "--dimension",
            paramLabel = "WORD",
            description = "What differences mean: nominal, ordinal, interval, ratio. Default: guessed, and said.")
    Optional<String> dimension = Optional.empty();

    @Option(
            names = "--order",
            split = ",",
            paramLabel = "LABEL",
            description = "Labels from the least to the greatest, which makes them ordinal.")
    List<String> order = List.of();

    @Option(
            names = "--gold",
            paramLabel = "COLUMN|ANNOTATOR",
            description = "What is right: each annotator is compared with it.")
    Optional<String> gold = Optional.empty();

    @Option(
            names = "--leave-one-out",
            description = "Compare each annotator with the mode of the rest, as people are compared with people.")
    boolean leaveOneOut;

    @Option(
            names = "--mode-ties",
            paramLabel = "WORD",
            description =
                    "For --leave-one-out, items whose rest has no mode: dropped, or drawn by the seed. Default: dropped")
    String modeTies = "dropped";

    @Option(names = "--juries", description = "Compare every jury of two annotators or more with gold.")
    boolean juries;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description =
                    "How all annotators, and juries, settle: majority, weighted, unanimity, mean, median, dawid-skene,"
                            + " peer-rank. Default for juries: majority, for numbers mean")
    Optional<String> rule = Optional.empty();

    @Option(
            names = "--weights",
            split = ",",
            mapFallbackValue = "",
            paramLabel = "ANNOTATOR=WEIGHT",
            description = "For --rule weighted; who is not named has 1.")
    Map<String, String> weights = new LinkedHashMap<>();

    @Option(names = "--level", paramLabel = "SHARE", description = "Of intervals. Default: 0.95")
    double level = 0.95;

    @Option(names = "--resamples", paramLabel = "COUNT", description = "Draws of a bootstrap. Default: 1000")
    int resamples = 1000;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Where chance comes from. Default: 0")
    long seed;

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "Of a run folder: whose pairs. Needed where people judged those of several.")
    Optional<String> dataset = Optional.empty();

    @Option(
            names = "--json",
            paramLabel = "FILE|-",
            description = "Write the report as JSON too, with all digits; - writes it instead of the text.")
    Optional<String> json = Optional.empty();

    @Mixin
    final CommonOptions common = new CommonOptions();

    private final Terminal terminal;

    AgreeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Agreement agreement = agreement();
        if (json.filter("-"::equals).isPresent()) {
            terminal.out().print(Json.of(agreement.json()));
        } else {
            terminal.out().print(agreement.text());
            json.ifPresent(name -> write(name, Json.of(agreement.json())));
        }
        agreement.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
        return ExitCode.DONE;
    }

    private Agreement agreement() {
        Asked asked = asked();
        try {
            return Agreement.of(table(), asked);
        } catch (AgreeException e) {
            throw new CommandException(e.usage() ? ExitCode.USAGE : ExitCode.DATA, e.lines());
        } catch (InputException e) {
            throw new CommandException(ExitCode.DATA, e.problems());
        }
    }

    private Asked asked() {
        if (!(level > 0 && level < 1)) {
            throw usage("--level must be above 0 and below 1, as 0.95; was " + level);
        }
        if (resamples < 100) {
            throw usage("--resamples must be 100 or more, was " + resamples);
        }
        List<String> dimensions = words(Dimension.values());
        List<String> rules = Arrays.stream(Rule.values()).map(Rule::word).toList();
        boolean drawn = word("--mode-ties", modeTies, List.of("dropped", "drawn")) == 1;
        return new Asked(
                columns.shape(),
                new LinkedHashSet<>(ties),
                new LinkedHashSet<>(unreadable),
                dimension.map(word -> Dimension.values()[word("--dimension", word, dimensions)]),
                order,
                gold,
                leaveOneOut,
                drawn,
                juries,
                rule.map(word -> Rule.values()[word("--rule", word, rules)]),
                numbers(),
                new Findings.Chance(level, resamples, seed));
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int word(String option, String given, List<String> known) {
        int place = known.indexOf(given);
        if (place < 0) {
            throw usage(option + ": there is no '" + given + "'; " + Nearest.hint(given, known));
        }
        return place;
    }

    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        weights.forEach((name, weight) -> {
            if (!weight.matches("\\d{1,9}(\\.\\d{1,9})?")) {
                throw usage("--weights: the weight of '" + name + "' must be a number, 0 or more, as in " + name
                        + "=2; was '" + weight + "'");
            }
            numbers.put(name, Double.valueOf(weight));
        });
        return numbers;
    }

    private Table table() {
        if (file.equals("-")) {
            return Table.read("standard input", terminal.in(), true);
        }
        Path path = terminal.folder().resolve(file);
        if (Files.isDirectory(path)) {
            return PeopleTable.of(path, file, dataset);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Table.read(file, in, false);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new CommandException(ExitCode.DATA, file + " does not exist");
        } catch (IOException e) {
            throw new CommandException(ExitCode.DATA, file + " cannot be read: " + e.getMessage());
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(terminal.folder().resolve(name), text);
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_CREATE, name + " cannot be written: " + e.getMessage());
        }
    }

    private static CommandException usage(String line) {
        return new CommandException(ExitCode.USAGE, line);
    }
}
