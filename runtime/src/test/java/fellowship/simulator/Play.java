package fellowship.simulator;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.engine.RowResult;
import fellowship.model.OpenProvider;
import fellowship.model.Opening;
import fellowship.model.http.HttpTransport;
import fellowship.model.http.SimulatedWire;
import fellowship.model.openai.OpenAiModel;
import fellowship.plan.Budget;
import fellowship.plan.Plan;
import fellowship.run.RunListener;
import fellowship.run.RunOptions;
import fellowship.run.RunReport;
import fellowship.run.SimulatedRun;
import fellowship.store.Journal;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One play: processes that run the same plan in the same folder, one after the other, until its data sets are there. */
final class Play {

    /** Longer than any of the disturbances, and than the patience of the road. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private static final int MOST_PROCESSES = 40;

    private static final int MOST_EVENTS = 2_000_000;

    /** What stands in the key's file and must stand nowhere else. */
    static final String CANARY = "sk-simulated-9Qx7Lr2Wb5Tn8Vd3";

    private final Scene scene;
    private final Conditions conditions;
    private final Sabotage sabotage;
    private final EventTime time;
    private final Facts facts = new Facts();
    private final Watch watch;
    private final Provider provider;
    private int processes;
    private int killed;
    private @Nullable RunReport report;
    private @Nullable Throwable failure;
    private boolean capped;
    private boolean retriesFailed;

    Play(Scene scene, Conditions conditions, Sabotage sabotage) {
        this.scene = scene;
        this.conditions = conditions;
        this.sabotage = sabotage;
        this.time = new EventTime(conditions.seed());
        this.watch = new Watch(conditions, scene.world(), time, facts);
        this.provider = new Provider(scene.world(), conditions, time, watch);
        this.capped = conditions.cap().isPresent();
    }

    Played play() {
        Dropped dropped = Dropped.here();
        try {
            boolean done = false;
            while (!done && watch.violations.isEmpty() && processes < MOST_PROCESSES) {
                done = process();
                if (done && watch.lateFaults > 0 && scene.rejectedMore()) {
                    retry();
                    done = false;
                }
            }
            if (!done && watch.violations.isEmpty()) {
                watch.say("not done after " + processes + " processes: "
                        + (report == null ? failure : report.ending() + " " + report.fault()));
            }
            if (done) {
                watch.booksAreClosed();
                scene.check(watch, sabotage);
            }
            if (dropped.count() > 0) {
                watch.say(dropped.count() + " signals were dropped: " + dropped.first());
            }
        } catch (RuntimeException | Error e) {
            watch.say("thrown: " + e);
        }
        return new Played(
                watch.violations,
                watch.faults.values().stream().mapToInt(Integer::intValue).sum() + watch.lateFaults,
                killed,
                processes,
                watch.requests,
                watch.askedAgain,
                watch.mostRepeated,
                watch.windowsChecked,
                watch.billed,
                watch.overshoot,
                watch.dearest,
                time.events(),
                time.elapsed());
    }

    /**
     * An outage that met a process's last calls alone cannot be told from bad calls: their rows are rejected, and whoever
     * reads that asks again once it is over.
     */
    private void retry() {
        retriesFailed = true;
        watch.askedAgain++;
        time.pass(conditions.outage().to().minus(time.elapsed()));
    }

    /** Plays one process to its end, be it its own or a kill; says whether the data sets are there. */
    private boolean process() {
        processes++;
        report = null;
        failure = null;
        Plan plan = scene.world().plan(sabotage.budget(budget()));
        watch.processStarts(micros(budget()));
        MemoryJournal memory = new MemoryJournal(
                facts, time, conditions.sync(), processes == 1 ? conditions.syncFails() : 0, scene.folder());
        Sinks.Empty<Void> stop = Sinks.empty();
        Disposable running = SimulatedRun.run(
                        plan, options(stop), () -> sabotage.journal(journal(memory), facts, processes), opening())
                .subscribe(made -> report = made, fault -> failure = fault);
        int kill = killed < conditions.kills().size() ? conditions.kills().get(killed) : Integer.MAX_VALUE;
        boolean stopping = processes != 1 || conditions.stopsAt() == 0;
        long events = time.events();
        while (report == null && failure == null) {
            if (watch.requests >= kill) {
                kill(memory, running);
                return false;
            }
            if (!stopping && watch.requests >= conditions.stopsAt()) {
                stopping = true;
                stop.tryEmitEmpty();
            }
            if (!time.step()) {
                watch.say("nothing will ever happen again");
                return false;
            }
            if (time.elapsed().compareTo(LONGEST) > 0 || time.events() - events > MOST_EVENTS) {
                watch.say("no end after " + time.elapsed() + " and " + time.events() + " events");
                return false;
            }
        }
        return ended();
    }

    /** The folder stays as it is at this moment: what the dying process still tidies up, it does elsewhere. */
    private void kill(MemoryJournal memory, Disposable running) {
        killed++;
        memory.die();
        watch.processEnded();
        provider.hear(false);
        scene.whileMovedAway(running::dispose);
        provider.hear(true);
        time.forgetAll();
        time.pass(Duration.ofSeconds(1));
    }

    private boolean ended() {
        time.forgetAll();
        watch.processEnded();
        RunReport made = report;
        if (made == null) {
            if (!(failure instanceof fellowship.store.DiskException)) {
                watch.say("the run failed: " + failure);
            }
            time.pass(Duration.ofMinutes(1));
            return false;
        }
        watch.ledger(made.ledger(), made.ending() == RunReport.Ending.DONE);
        String reason = made.fault().map(RunReport.Fault::reason).orElse("");
        if (reason.equals("budget")) {
            watch.outOfBudget(scene.dearestMicros());
            capped = false;
        }
        time.pass(Duration.ofMinutes(made.ending() == RunReport.Ending.STOPPED ? 5 : 1));
        return made.ending() == RunReport.Ending.DONE;
    }

    private Budget budget() {
        if (!capped) {
            return Budget.none();
        }
        double usd = scene.costMicros() / 1e6 * conditions.cap().orElse(1);
        return new Budget(OptionalDouble.of(usd), OptionalLong.empty());
    }

    private static long micros(Budget budget) {
        return budget.usd().isPresent() ? (long) Math.floor(budget.usd().getAsDouble() * 1e6) : Long.MAX_VALUE;
    }

    private Journal journal(MemoryJournal memory) {
        return conditions.realFile() ? new NotingJournal(Journal.open(scene.folder(), Runnable::run), facts) : memory;
    }

    private Opening opening() {
        return (settings, ref, base, at, listener) -> {
            HttpTransport transport = SimulatedWire.transport(
                    settings,
                    at,
                    (body, progress) ->
                            Mono.deferContextual(context -> provider.answer(context.get(ChatRequest.class), progress)));
            OpenAiModel model = new OpenAiModel(settings, transport, listener);
            ChatModel told =
                    request -> model.complete(request).contextWrite(context -> context.put(ChatRequest.class, request));
            return new OpenProvider(sabotage.model(told), transport::check, transport::close);
        };
    }

    private RunOptions options(Sinks.Empty<Void> stop) {
        Limits limits = new Limits(
                sabotage.perMinute(conditions.perMinute()),
                OptionalLong.empty(),
                OptionalInt.of(sabotage.inFlight(conditions.inFlight())));
        Map<String, ProviderSettings> providers =
                Map.of("pens", settings("pens", limits), "benches", settings("benches", limits));
        Configuration configuration = new Configuration(World.roles(), new ModelRef("pens", "writer"), providers);
        return new RunOptions(
                scene.folder(),
                scene.base(),
                configuration,
                Optional.empty(),
                Optional.empty(),
                sabotage.rows(conditions.rows(), processes),
                retriesFailed,
                time.time(),
                () -> new ByteArrayInputStream(new byte[0]),
                stop.asMono(),
                new RunListener() {
                    @Override
                    public void finished(RowResult result) {
                        watch.finished(result);
                    }
                });
    }

    private ProviderSettings settings(String name, Limits limits) {
        return new ProviderSettings(
                name,
                ProviderSettings.Protocol.OPENAI,
                "http://" + name + ".simulated/v1",
                new KeySource.File(scene.keyFile()),
                List.of(),
                Map.of(),
                limits,
                Map.<String, Price>of("*", Provider.PRICE),
                sabotage.deadline(Duration.ofSeconds(120)),
                Optional.of(scene.world().schemas));
    }
}
