package fellowship.cli;

import fellowship.run.Fellowship;
import fellowship.run.RunOptions;
import fellowship.run.RunReport;
import fellowship.seam.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Command(
        name = "preview",
        sortOptions = false,
        description =
                "Runs the first rows and shows every prompt and reply. A run after it pays for none of them again.")
final class PreviewCommand implements Callable<Integer> {

    @Mixin
    final ScriptArguments arguments = new ScriptArguments();

    @Option(names = "--rows", paramLabel = "ROWS", description = "How many rows. Default: 1")
    long rows = 1;

    @Mixin
    final CommonOptions common = new CommonOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    PreviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (rows < 1) {
            throw new CommandException(ExitCode.USAGE, "--rows must be 1 or more, was " + rows);
        }
        OpenScript script = OpenScript.read(arguments, terminal).orFail(terminal, false);
        OptionalInt elsewhere = VectorProcess.instead(spec, script.readyPlan(), script.settings());
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        new WeightsFetch(terminal).forPlan(script.readyPlan(), script.settings());
        Path folder = Files.createTempDirectory("fellowship-preview");
        try {
            Conversations conversations = new Conversations();
            RunReport report =
                    Objects.requireNonNull(Fellowship.run(script.readyPlan(), options(script, folder, conversations))
                            .block());
            terminal.out().print(conversations.text());
            terminal.out().println(RunSummary.ledger(report.ledger()));
            report.fault().ifPresent(fault -> terminal.err().println(fault.message()));
            return report.fault().map(fault -> Faults.code(fault.reason())).orElse(ExitCode.DONE);
        } finally {
            delete(folder);
        }
    }

    private RunOptions options(OpenScript script, Path folder, Conversations conversations) {
        return new RunOptions(
                folder,
                script.file().base(),
                script.settings(),
                Optional.of(terminal.cacheFolder()),
                Optional.of(terminal.accountsFolder()),
                OptionalLong.of(rows),
                false,
                new Time(Schedulers.parallel(), Clock.systemUTC()),
                terminal::in,
                Mono.never(),
                conversations);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
