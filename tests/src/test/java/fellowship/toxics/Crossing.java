package fellowship.toxics;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.config.Configuration;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.plan.Agent;
import fellowship.plan.Budget;
import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.SourcePosition;
import fellowship.plan.Step;
import fellowship.prompt.PromptTemplate;
import fellowship.run.Fellowship;
import fellowship.run.RunListener;
import fellowship.run.RunOptions;
import fellowship.run.RunReport;
import fellowship.seam.Time;
import fellowship.store.RequestKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One data set made over a bad network: slow first, cut in the middle, well again; run again until it is whole. */
final class Crossing implements RunListener {

    static final int ROWS = 40;

    private static final int CUT_AFTER = 8;
    private static final Duration CUT = Duration.ofSeconds(4);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final SourcePosition AT = new SourcePosition("crossing.groovy", 1, 1);

    private final Route route;
    private final Path folder;
    private final Set<RequestKey> answered = ConcurrentHashMap.newKeySet();
    private final Set<RequestKey> sentAgain = ConcurrentHashMap.newKeySet();
    private final AtomicInteger faults = new AtomicInteger();
    private int processes;

    Crossing(Route route, Path folder) throws IOException {
        this.route = route;
        this.folder = folder;
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            rows.append("{\"id\": \"r")
                    .append(row)
                    .append("\", \"prompt\": \"Say one word about ")
                    .append(row)
                    .append(".\"}\n");
        }
        Files.writeString(folder.resolve("rows.jsonl"), rows);
    }

    /** What the last run told. */
    RunReport cross() {
        route.slow(Duration.ofMillis(150));
        RunReport report = run(false);
        while (report.ending() != RunReport.Ending.DONE || report.ledger().rejected() > 0) {
            if (++processes > 6) {
                throw new AssertionError("not whole after " + processes + " runs: " + report);
            }
            report = run(report.ending() == RunReport.Ending.DONE);
        }
        return report;
    }

    Set<RequestKey> answered() {
        return answered;
    }

    /** Requests that were sent although their answer had come. */
    Set<RequestKey> sentAgain() {
        return sentAgain;
    }

    int faults() {
        return faults.get();
    }

    @Override
    public void sent(ChatRequest request) {
        if (answered.contains(RequestKey.of(request))) {
            sentAgain.add(RequestKey.of(request));
        }
    }

    @Override
    public void answered(ChatRequest request, Completion completion, long micros, Duration elapsed) {
        if (answered.add(RequestKey.of(request)) && answered.size() == CUT_AFTER) {
            Schedulers.boundedElastic().schedule(route::cut);
            Mono.delay(CUT).subscribe(tick -> Schedulers.boundedElastic().schedule(route::heal));
        }
    }

    @Override
    public void retrying(ChatRequest request, ModelException fault, Duration pause) {
        faults.incrementAndGet();
    }

    private RunReport run(boolean retryFailed) {
        return Objects.requireNonNull(
                Fellowship.run(plan(), options(retryFailed)).block(Duration.ofMinutes(10)));
    }

    private static Plan plan() {
        RowType type = new RowType(
                "Task", List.of(new Column("id", Column.Kind.TEXT), new Column("prompt", Column.Kind.TEXT)));
        Agent writer = new Agent(
                "writer",
                "writer",
                Sampling.standard().withMaxTokens(120),
                Optional.empty(),
                PromptTemplate.parse("{{prompt}}"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AT);
        return new Plan(
                "crossing",
                "",
                List.of(),
                Map.of(),
                Budget.none(),
                7,
                List.of(writer),
                List.of(),
                List.of(
                        new Step.Read("rows", List.of("rows.jsonl"), type, AT),
                        new Step.Generate("drafts", "rows", List.of("writer"), 1, AT),
                        new Step.Into("into", "drafts", DatasetType.SFT, "answers", OptionalDouble.empty(), AT)));
    }

    private RunOptions options(boolean retryFailed) {
        ModelRef writer = new ModelRef("server", route.model());
        ProviderSettings settings = new ProviderSettings(
                "server",
                ProviderSettings.Protocol.OPENAI,
                route.url(),
                new KeySource.None(),
                List.of(),
                Map.of(),
                new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.of(4)),
                Map.of("*", Price.FREE),
                DEADLINE,
                Optional.of(true));
        return new RunOptions(
                folder.resolve("run"),
                folder,
                new Configuration(Map.of("writer", writer), writer, Map.of("server", settings)),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                retryFailed,
                new Time(Schedulers.parallel(), Clock.systemUTC()),
                () -> new ByteArrayInputStream(new byte[0]),
                Mono.never(),
                this);
    }
}
