package fellowship.run;

import fellowship.dataset.InputException;
import fellowship.dataset.InputFile;
import fellowship.dataset.InputLine;
import fellowship.dataset.SampleSource;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.store.WholeFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/** The plan's sources, looked through once before anything is paid. */
final class Inputs {

    /** A copy of standard input, so that failed rows can be asked for again without it. */
    private static final String STANDARD_INPUT = "input";

    /** One line of the input and the step that reads it. */
    record Taken(Step.Read source, InputLine line) {}

    private final Map<Step.Read, SampleSource> sources;

    private Inputs(Map<Step.Read, SampleSource> sources) {
        this.sources = sources;
    }

    /** @throws RunException when a file is missing, empty or holds an id twice */
    static Inputs open(Plan plan, RunOptions options) {
        Path piped = options.folder().resolve(STANDARD_INPUT);
        boolean pipes =
                plan.sources().stream().anyMatch(source -> source.files().contains(SampleSource.STANDARD_INPUT));
        if (pipes && !(options.retryFailed() && Files.exists(piped))) {
            keep(options, piped);
        }
        Map<Step.Read, SampleSource> sources = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Step.Read source : plan.sources()) {
            try {
                sources.put(source, SampleSource.open(source.files(), source.type(), options.base(), piped));
            } catch (InputException e) {
                e.problems().forEach(problem -> problems.add(source.at() + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new RunException(RunException.Kind.INPUT, problems);
        }
        return new Inputs(sources);
    }

    private static void keep(RunOptions options, Path piped) {
        WholeFile.write(piped, out -> {
            try (InputStream in = options.input().get()) {
                in.transferTo(out);
            }
        });
    }

    /** How many lines there are. */
    long entries() {
        return sources.values().stream()
                .mapToLong(source -> source.facts().lines())
                .sum();
    }

    /** Each file, in the order of the plan. */
    List<InputFile> files() {
        return sources.values().stream()
                .flatMap(source -> source.facts().files().stream())
                .toList();
    }

    /** All lines, source after source; read as they are asked for. */
    Flux<Taken> taken() {
        return Flux.fromIterable(sources.entrySet())
                .concatMap(source ->
                        Flux.fromStream(() -> source.getValue().lines()).map(line -> new Taken(source.getKey(), line)));
    }
}
