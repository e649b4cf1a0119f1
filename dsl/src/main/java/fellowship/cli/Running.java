package fellowship.cli;

import fellowship.config.Configuration;
import fellowship.plan.Plan;
import fellowship.report.TimeLane;
import fellowship.report.TimePage;
import fellowship.run.Fellowship;
import fellowship.run.RunOptions;
import fellowship.run.RunReport;
import fellowship.seam.Time;
import fellowship.store.DiskException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Runs a script with progress, signals and a report. */
final class Running {

    /** How long calls in flight are waited for after a signal. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final OpenScript script;
    private final RunArguments options;
    private final Terminal terminal;
    private final boolean retry;

    Running(OpenScript script, RunArguments options, Terminal terminal, boolean retry) {
        this.script = script;
        this.options = options;
        this.terminal = terminal;
        this.retry = retry;
    }

    /**
     * Runs to an end.
     *
     * @param command as it was given
     * @param again the command that would go on with this run
     * @return what to exit with
     */
    int run(CommandSpec command, String again) {
        Plan plan = script.readyPlan();
        Path folder = terminal.folder()
                .resolve(options.out.orElse(Path.of("runs", script.file().name())));
        Sinks.Empty<Void> stop = Sinks.empty();
        Counts counts = new Counts();
        Terminal shown = options.quiet ? Quiet.of(terminal) : terminal;
        Configuration settings = options.offline ? script.settings().offline() : script.settings();
        OptionalInt elsewhere = VectorProcess.instead(command, plan, settings);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        new WeightsFetch(shown).forPlan(plan, settings);
        RunReport report;
        int signal;
        Duration elapsed;
        try (Progress progress = Progress.show(counts, shown);
                Signals signals = Signals.on(
                        exit -> {
                            stop.tryEmitEmpty();
                            progress.say(
                                    "stopping: no new calls, " + counts.now().inFlight()
                                            + " in flight are waited for, " + GRACE.toSeconds()
                                            + " s at most; Ctrl-C again stops at once");
                            haltAfterGrace(exit, again);
                        },
                        exit -> halt(exit, again))) {
            report = Objects.requireNonNull(Fellowship.run(plan, options(folder, settings, stop.asMono(), counts))
                    .block());
            signal = signals.exitOr(none -> ExitCode.DONE);
            elapsed = progress.elapsed();
        }
        Optional<Path> timing = timing(plan, folder, counts);
        RunSummary summary = new RunSummary(script, report, elapsed, terminal);
        if (options.json) {
            terminal.out().print(Json.of(summary.plain()));
        } else if (!options.quiet) {
            summary.print();
            summary.speed(settings);
            timing.ifPresent(page -> terminal.out().println("timing: " + terminal.show(page)));
        }
        return end(report, signal, again);
    }

    /** A page about clocks, which is no part of the run's result; nothing where nobody was asked. */
    private static Optional<Path> timing(Plan plan, Path folder, Counts counts) {
        List<TimeLane> lanes = counts.times().lanes();
        if (lanes.isEmpty()) {
            return Optional.empty();
        }
        try {
            TimePage.write(folder, plan.name(), counts.times().slotSeconds(), lanes);
            return Optional.of(folder.resolve(TimePage.FILE));
        } catch (DiskException e) {
            return Optional.empty();
        }
    }

    private RunOptions options(Path folder, Configuration settings, Mono<Void> stop, Counts counts) {
        return new RunOptions(
                folder,
                script.file().base(),
                settings,
                options.noCache ? Optional.empty() : Optional.of(terminal.cacheFolder()),
                Optional.of(terminal.accountsFolder()),
                options.limit.map(OptionalLong::of).orElse(OptionalLong.empty()),
                retry,
                new Time(Schedulers.parallel(), Clock.systemUTC()),
                terminal::in,
                stop,
                counts,
                Optional.of(script.file().told()));
    }

    private int end(RunReport report, int signal, String again) {
        switch (report.ending()) {
            case INTERRUPTED -> {
                terminal.err().println("stopped; to go on: " + again);
                return signal == ExitCode.DONE ? ExitCode.INTERRUPTED : signal;
            }
            case STOPPED -> {
                String reason = report.fault().map(RunReport.Fault::reason).orElse("");
                report.fault().ifPresent(fault -> terminal.err().println(fault.message()));
                terminal.err()
                        .println((reason.equals("budget") ? "to go on, raise the budget in: " : "to go on: ") + again);
                return Faults.code(reason);
            }
            case DONE, UNCHANGED -> {
                long rejected = report.ledger().rejected();
                return options.tooMany(rejected, report.ledger().read()) ? ExitCode.REJECTED : ExitCode.DONE;
            }
        }
        return ExitCode.BUG;
    }

    private void haltAfterGrace(int exit, String again) {
        Schedulers.boundedElastic()
                .schedule(() -> halt(exit, again), GRACE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    /** Everything that was acknowledged is on disk, so that the process may end anywhere. */
    private void halt(int exit, String again) {
        terminal.err().println("stopped at once; to go on: " + again);
        terminal.err().flush();
        Runtime.getRuntime().halt(exit);
    }
}
