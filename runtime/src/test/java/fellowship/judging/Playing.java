package fellowship.judging;

import fellowship.chat.ChatRequest;
import fellowship.config.Configuration;
import fellowship.config.ConfigurationSources;
import fellowship.engine.RowResult;
import fellowship.plan.Agent;
import fellowship.plan.Annotator;
import fellowship.plan.Budget;
import fellowship.plan.Column;
import fellowship.plan.DatasetType;
import fellowship.plan.Plan;
import fellowship.plan.RowType;
import fellowship.plan.Step;
import fellowship.row.Verdict;
import fellowship.run.Fellowship;
import fellowship.run.RunListener;
import fellowship.run.RunOptions;
import fellowship.run.RunReport;
import fellowship.seam.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real runs in a real folder, with scripted models. */
final class Playing {

    final Path folder;
    final List<ChatRequest> sent = Collections.synchronizedList(new ArrayList<>());
    final List<RowResult> results = new ArrayList<>();
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> roles = new LinkedHashMap<>();

    Playing(Path folder) {
        this.folder = folder;
    }

    /** Lines of a file beside the script. */
    Playing file(String name, List<?> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(
                        line instanceof String said ? said : JsonMapper.shared().writeValueAsString(line))
                .append('\n'));
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return this;
    }

    /** Who plays a role: a model reference. */
    Playing role(String role, String reference) {
        roles.put(role, reference);
        return this;
    }

    static Step.Read read(String... columns) {
        List<Column> all = new ArrayList<>();
        for (String column : columns) {
            all.add(new Column(column, Column.Kind.TEXT));
        }
        return new Step.Read("rows", List.of("rows.jsonl"), new RowType("Task", all), Bench.AT);
    }

    static Step.Into into(String from) {
        return new Step.Into("out", from, DatasetType.JSONL, "out", OptionalDouble.empty(), Bench.AT);
    }

    static Plan plan(List<Annotator> annotators, Step... steps) {
        return plan(List.of(), annotators, steps);
    }

    static Plan plan(List<Agent> agents, List<Annotator> annotators, Step... steps) {
        return new Plan("test", "", List.of(), Map.of(), Budget.none(), 7, agents, annotators, List.of(steps));
    }

    /** The verdict of each row that reached the end, by the row's id. */
    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        results.forEach(result -> result.emissions()
                .forEach(emission -> verdicts.put(
                        emission.row().id(), emission.row().verdict().orElseThrow())));
        return verdicts;
    }

    RunReport run(Plan plan) {
        return run(plan, false);
    }

    RunReport run(Plan plan, boolean retryFailed) {
        sent.clear();
        results.clear();
        notes.clear();
        Configuration configuration = new ConfigurationSources(folder, folder.resolve("none.toml"), List.of(), roles)
                .read()
                .configuration();
        RunOptions options = new RunOptions(
                folder.resolve("run"),
                folder,
                configuration,
                Optional.empty(),
                OptionalLong.empty(),
                retryFailed,
                new Time(Schedulers.parallel(), Clock.systemUTC()),
                () -> new ByteArrayInputStream(new byte[0]),
                Mono.never(),
                new RunListener() {
                    @Override
                    public void sent(ChatRequest request) {
                        sent.add(request);
                    }

                    @Override
                    public void finished(RowResult result) {
                        results.add(result);
                    }

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                });
        return Objects.requireNonNull(Fellowship.run(plan, options).block());
    }

    List<JsonNode> lines(String file) {
        Path path = folder.resolve("run").resolve(file);
        try {
            return Files.exists(path)
                    ? Files.readAllLines(path).stream()
                            .map(line -> JsonMapper.shared().readTree(line))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
