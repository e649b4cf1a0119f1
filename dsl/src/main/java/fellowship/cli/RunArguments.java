package fellowship.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a script is run. */
final class RunArguments {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run folder; a run that stopped goes on in it. Default: runs/SCRIPTNAME")
    Optional<Path> out = Optional.empty();

    @Option(names = "--limit", paramLabel = "ROWS", description = "Take no more than the first rows.")
    Optional<Long> limit = Optional.empty();

    @Option(
            names = "--allow-rejected",
            paramLabel = "ROWS|PERCENT",
            description = "Rejected rows that do not make the exit code 1, for example 10 or 5%%. Default: 0")
    String allowed = "0";

    @Option(names = "--no-cache", description = "Neither use nor keep answers across runs.")
    boolean noCache;

    @Option(
            names = "--offline",
            description = "Ask no model: the answers come from this run's journal and the cache, and no key is needed.")
    boolean offline;

    @Option(names = "--quiet", description = "Say nothing but what is wrong.")
    boolean quiet;

    @Option(names = "--json", description = "At the end, the report as JSON.")
    boolean json;

    /** Whether so many rejected rows are too many. */
    boolean tooMany(long rejected, long rows) {
        return allowed.endsWith("%")
                ? rejected > rows * number(allowed.substring(0, allowed.length() - 1)) / 100
                : rejected > number(allowed);
    }

    /** @throws CommandException when an option makes no sense */
    void check() {
        number(allowed.replaceFirst("%$", ""));
        if (limit.filter(rows -> rows < 1).isPresent()) {
            throw new CommandException(ExitCode.USAGE, "--limit must be 1 or more, was " + limit.get());
        }
    }

    private double number(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d+)?")) {
            throw new CommandException(
                    ExitCode.USAGE, "--allow-rejected must be rows (10) or a share (5%), was '" + allowed + "'");
        }
        return Double.parseDouble(text);
    }
}
