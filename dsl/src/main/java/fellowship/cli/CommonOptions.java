package fellowship.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--debug", description = "On a fault, show where in this tool it came up.")
    boolean debug;

    @Option(names = "--no-color", description = "No colour; the same as NO_COLOR=1.")
    boolean plain;
}
