package fellowship.run;

import fellowship.ask.Asking;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.config.ProviderSettings;
import fellowship.dataset.InputFile;
import fellowship.dataset.InputLine;
import fellowship.dataset.Reject;
import fellowship.engine.Engine;
import fellowship.engine.Knowledge;
import fellowship.engine.RowResult;
import fellowship.model.Budget;
import fellowship.model.CallPriority;
import fellowship.model.Models;
import fellowship.model.ModelsException;
import fellowship.people.People;
import fellowship.plan.Plan;
import fellowship.row.Outcome;
import fellowship.row.Sample;
import fellowship.store.DiskException;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One run of one plan. A run is a fold over what the journal knows: every row is played from the start, and calls made
 * before are answered from the journal; so a run that was killed goes on by being run again.
 */
final class Run {

    /** Rows under way for each call that may be: enough that one slow row never leaves a provider idle. */
    private static final int ROWS_PER_CALL = 4;

    /** Rows under way at least where few are wanted. */
    private static final long FEWEST_AHEAD = 4;

    /** Rows that are finished and not yet written: they are written on one core while others are played on another. */
    private static final int FINISHED_AHEAD = 64;

    private final Plan plan;
    private final RunOptions options;
    private final Seams seams;
    private final Inputs inputs;
    private final long samples;
    private final People people;
    private final Identity identity;
    private final BenchmarkFiles benchmarks;
    private final JoinFiles joins;
    private volatile Admission admission;
    private final Map<String, Map<String, Outcome>> said;
    private final AskedCalls asked;
    private final CallCounts counts;
    private volatile @Nullable Budget budget;
    private final Drain drain = new Drain();
    private final ScriptFaults scriptFaults = new ScriptFaults();
    private final AtomicReference<RunReport.@Nullable Fault> fault = new AtomicReference<>();

    /** @throws RunException when the input cannot be used */
    Run(Plan plan, RunOptions options, Seams seams) {
        this.plan = plan;
        this.options = options;
        this.seams = seams;
        this.inputs = Inputs.open(plan, options);
        this.samples = Math.min(options.limit().orElse(Long.MAX_VALUE), inputs.entries());
        this.people = people(options);
        this.benchmarks = BenchmarkFiles.read(plan, options.base());
        this.joins = JoinFiles.read(plan, options.base());
        this.identity = Identity.of(
                plan,
                options,
                Stream.of(
                                inputs.files().stream().map(InputFile::sha256),
                                people.digests().stream(),
                                benchmarks.digests().stream(),
                                joins.digests().stream())
                        .flatMap(digests -> digests)
                        .toList());
        this.admission = new Admission(plan);
        this.said = Learned.said(options, people);
        this.asked = new AskedCalls(options.configuration());
        this.counts = new CallCounts(options.listener(), asked);
    }

    private static People people(RunOptions options) {
        try {
            return People.read(options.folder());
        } catch (IllegalArgumentException e) {
            throw new RunException(RunException.Kind.INPUT, List.of(String.valueOf(e.getMessage())));
        }
    }

    Mono<RunReport> play() {
        Optional<RunReport> before =
                options.retryFailed() ? Optional.empty() : Manifest.unchanged(options.folder(), identity);
        return before.map(Mono::just)
                .orElseGet(() -> Mono.using(
                        () -> seams.stores().apply(options),
                        stores -> forgetFailures(stores)
                                .then(Mono.defer(() -> tellUnanswered(stores.journal())))
                                .then(Mono.using(() -> models(stores), models -> play(models, stores), Models::close)),
                        Stores::close));
    }

    /** The run goes on elsewhere: on the journal's own thread it would wait for itself when the journal is closed. */
    private Mono<Void> forgetFailures(Stores stores) {
        return options.retryFailed()
                ? stores.discard(Reject.calls(options.folder()).stream()
                                .map(key -> RequestKey.of(HexFormat.of().parseHex(key)))
                                .toList())
                        .publishOn(options.time().scheduler())
                : Mono.empty();
    }

    private Models models(Stores stores) {
        OptionalLong capMicros = plan.budget().usd().isPresent()
                ? OptionalLong.of((long) Math.floor(plan.budget().usd().getAsDouble() * 1e6))
                : OptionalLong.empty();
        Budget started = new Budget(
                capMicros,
                plan.budget().calls(),
                stores.journal().spentMicros(),
                stores.journal().calls());
        budget = started;
        try {
            return Models.open(
                    options.configuration(),
                    identity.refs(options, plan),
                    Optional.of(stores.journal()),
                    stores.cache(),
                    options.state(),
                    started,
                    options.time(),
                    options.base(),
                    drain::gate,
                    counts,
                    seams.opening());
        } catch (ModelsException e) {
            throw new RunException(
                    e.credentials() ? RunException.Kind.CREDENTIALS : RunException.Kind.CONFIGURATION, e.problems());
        }
    }

    /** Calls that were under way when the last process ended count as spent: nobody knows better. */
    private Mono<Long> tellUnanswered(Journal journal) {
        long calls = journal.unanswered();
        // Not on the journal's own thread: what goes on there to the end would wait for itself when the journal is
        // closed.
        return journal.chargeUnanswered()
                .publishOn(options.time().scheduler())
                .doOnNext(micros -> unanswered(calls, micros).ifPresent(options.listener()::note));
    }

    private static Optional<String> unanswered(long calls, long micros) {
        if (calls == 0) {
            return Optional.empty();
        }
        String cost =
                micros > 0 ? String.format(Locale.ROOT, "; up to $%.4f for that counts as spent", micros / 1e6) : "";
        return Optional.of(calls + (calls == 1 ? " call was" : " calls were")
                + " under way when this run was cut off and may be paid twice" + cost);
    }

    private Mono<RunReport> play(Models models, Stores stores) {
        return Mono.using(
                () -> new Outputs(plan, options, inputs.files(), people, said, asked),
                outputs -> {
                    options.listener().started(samples);
                    Mono<Void> stopping = Flux.from(options.stop())
                            .take(1)
                            .then()
                            .onErrorComplete()
                            .doOnSuccess(none -> drain.close());
                    HeadStart start = HeadStart.of(stores.journal());
                    return learned(models, Learned.of(plan, said))
                            .flatMapMany(learned -> rows(models, learned.knowledge(), start.rows()))
                            .subscribeOn(options.time().scheduler())
                            .publishOn(options.time().scheduler(), FINISHED_AHEAD)
                            .doOnNext(done -> start.finished())
                            .doOnNext(done -> take(done, outputs))
                            .then()
                            .takeUntilOther(stopping.then(Mono.never()))
                            .then(Mono.fromSupplier(() -> end(outputs)));
                },
                Outputs::close);
    }

    /**
     * Plays the rows as far as the first step that learns from all of them, as often as such steps depend on each other.
     * The calls of these passes are in the journal when the rows are played for good. Empty when the run has to stop.
     */
    private Mono<Learned> learned(Models models, Learned sofar) {
        if (sofar.complete()) {
            return Mono.just(sofar);
        }
        options.listener().note(sofar.note());
        return rows(models, sofar.knowledge(), 0)
                .doOnNext(done -> {
                    if (done instanceof Done.Played played) {
                        sofar.observe(played.result());
                    }
                })
                .then(Mono.defer(() -> drain.closed() || fault.get() != null
                        ? Mono.empty()
                        : learned(models, sofar.next(options.configuration()::resolve))));
    }

    /**
     * Every row, played once, in the order of the input.
     *
     * @param before rows that an earlier process finished. Those after them begin at the same time as these, so that a
     *     run that goes on makes its next call at once and not after it has played a million rows again
     */
    private Flux<Done> rows(Models models, Knowledge knowledge, long before) {
        Asking asking = new Asking(
                options.configuration()::resolve, models::forRef, options.time().scheduler(), this::takesSchema);
        Engine engine = new Engine(plan, asking, new PictureFiles(options.base()), knowledge, benchmarks, joins);
        Admission counting = new Admission(plan);
        admission = counting;
        int open = (int) Math.min(
                Math.max(64, ROWS_PER_CALL * models.mostInFlight()),
                counting.wanted().map(wanted -> Math.max(FEWEST_AHEAD, wanted)).orElse(Long.MAX_VALUE));
        Flux<Inputs.Taken> all = inputs.taken().take(samples);
        Flux<Done> rows = before < 1 || before >= samples
                ? played(engine, all, open)
                : Flux.mergeSequential(
                        Flux.just(all.take(before), all.skip(before)).map(part -> played(engine, part, open)
                                .subscribeOn(options.time().scheduler())),
                        2,
                        open);
        return rows.takeUntilOther(drain.drained()).handle((done, sink) -> {
            if (!counting.full()) {
                sink.next(admitted(done, counting));
                if (counting.full()) {
                    drain.close();
                }
            }
        });
    }

    private static Done admitted(Done done, Admission counting) {
        return done instanceof Done.Played played ? new Done.Played(counting.admit(played.result())) : done;
    }

    private Flux<Done> played(Engine engine, Flux<Inputs.Taken> rows, int open) {
        return rows.takeUntilOther(drain.closing()).flatMapSequential(taken -> played(engine, taken), open, 1);
    }

    private boolean takesSchema(ModelRef model) {
        return options.configuration()
                .provider(model.provider())
                .flatMap(ProviderSettings::jsonSchema)
                .orElse(true);
    }

    /** A line that came to its end: a row's result, or a line that is no sample. */
    sealed interface Done {
        record Played(RowResult result) implements Done {}

        record Unread(Inputs.Taken from, InputLine.Bad line) implements Done {}
    }

    private void take(Done done, Outputs outputs) {
        outputs.take(done);
        if (done instanceof Done.Played played) {
            scriptFaults.after(played.result()).ifPresent(message -> stop("script-error", message));
        }
    }

    private Mono<Done> played(Engine engine, Inputs.Taken taken) {
        if (taken.line() instanceof InputLine.Bad bad) {
            return Mono.just(new Done.Unread(taken, bad));
        }
        Sample sample = ((InputLine.Taken) taken.line()).sample();
        return engine.run(taken.source(), sample)
                .<Done>map(Done.Played::new)
                .contextWrite(CallPriority.of(sample.ordinal()))
                .onErrorResume(Run::isParked, this::park)
                .onErrorResume(Run::stopsAll, this::stop);
    }

    private static boolean isParked(Throwable thrown) {
        return thrown instanceof ModelException model && model.reaction() == Reaction.PARK;
    }

    /** The row stays pending: the others go on, and the run ends incomplete. */
    private Mono<Done> park(Throwable thrown) {
        ModelException model = (ModelException) thrown;
        fault.compareAndSet(null, new RunReport.Fault(model.reason(), String.valueOf(model.getMessage())));
        return Mono.empty();
    }

    private static boolean stopsAll(Throwable thrown) {
        return thrown instanceof DiskException
                || thrown instanceof ModelException model && model.reaction() == Reaction.RUN;
    }

    /** What would befall every row ends the run, but what is on its way is waited for: it is paid. */
    private Mono<Done> stop(Throwable thrown) {
        stop(thrown instanceof ModelException model ? model.reason() : "disk", String.valueOf(thrown.getMessage()));
        return Mono.never();
    }

    private void stop(String reason, String message) {
        fault.compareAndSet(null, new RunReport.Fault(reason, message));
        drain.close();
    }

    private RunReport end(Outputs outputs) {
        Ledger ledger = outputs.ledger(admission.full() ? outputs.done() : samples);
        List<String> counted = admission.sentences(why(ledger));
        counted.forEach(options.listener()::note);
        if (fault.get() == null && ledger.pending() == 0) {
            outputs.commit(ledger, counted);
            RunReport report = report(RunReport.Ending.DONE, ledger, outputs);
            Manifest.write(plan, options, identity, report, outputs.files());
            return report;
        }
        return report(fault.get() != null ? RunReport.Ending.STOPPED : RunReport.Ending.INTERRUPTED, ledger, outputs);
    }

    private String why(Ledger ledger) {
        RunReport.Fault ended = fault.get();
        if (ended != null) {
            return "the run was stopped (" + ended.reason() + ")";
        }
        return ledger.pending() > 0 ? "the run was interrupted" : "the input has no more rows";
    }

    private Costs costs() {
        Budget kept = budget;
        return kept == null ? Costs.NONE : new Costs(kept.spentMicros(), kept.excessMicros(), counts.roles());
    }

    private RunReport report(RunReport.Ending ending, Ledger ledger, Outputs outputs) {
        return new RunReport(
                options.folder(),
                ending,
                ledger,
                ending == RunReport.Ending.DONE ? outputs.written() : List.of(),
                counts.calls.sum(),
                counts.reused.sum(),
                counts.inputTokens.sum(),
                counts.outputTokens.sum(),
                counts.micros.sum(),
                costs(),
                Optional.ofNullable(fault.get()));
    }
}
