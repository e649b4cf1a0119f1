package fellowship.run;

import fellowship.dataset.Entry;
import fellowship.dataset.InputException;
import fellowship.dataset.InputScan;
import fellowship.dataset.SampleSource;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import fellowship.store.WholeFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/** The plan's sources, looked through once before anything is paid. */
final class Inputs {

    /** A copy of standard input, so that failed rows can be asked for again without it. */
    private static final String STANDARD_INPUT = "input";

    /** One line of the input and the step that reads it. */
    record Taken(Step.Read source, Entry entry) {}

    private final Map<Step.Read, List<Path>> files;
    private final Map<Step.Read, InputScan> scans;

    private Inputs(Map<Step.Read, List<Path>> files, Map<Step.Read, InputScan> scans) {
        this.files = files;
        this.scans = scans;
    }

    /** @throws RunException when a file is missing, empty or holds an id twice */
    static Inputs open(Plan plan, RunOptions options) {
        Map<Step.Read, List<Path>> files = new LinkedHashMap<>();
        Map<Step.Read, InputScan> scans = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Step.Read source : plan.sources()) {
            try {
                List<Path> paths =
                        source.files().stream().map(file -> path(file, options)).toList();
                files.put(source, paths);
                scans.put(source, InputScan.of(paths, source.type()));
            } catch (InputException e) {
                e.problems().forEach(problem -> problems.add(source.at() + ": " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new RunException(RunException.Kind.INPUT, problems);
        }
        return new Inputs(files, scans);
    }

    private static Path path(String file, RunOptions options) {
        if (!file.equals("-")) {
            return options.base().resolve(file);
        }
        Path copy = options.folder().resolve(STANDARD_INPUT);
        if (!options.retryFailed() || !Files.exists(copy)) {
            WholeFile.write(copy, out -> {
                try (InputStream in = options.input().get()) {
                    in.transferTo(out);
                }
            });
        }
        return copy;
    }

    /** How many lines there are. */
    long entries() {
        return scans.values().stream().mapToLong(InputScan::entries).sum();
    }

    /** SHA-256 of each file, in the order of the plan. */
    List<String> digests() {
        return scans.values().stream()
                .flatMap(scan -> scan.digests().values().stream())
                .toList();
    }

    /** All lines, source after source; read as they are asked for. */
    Flux<Taken> taken() {
        return Flux.fromIterable(files.entrySet()).concatMap(source -> {
            Iterator<Entry> entries =
                    new SampleSource(source.getValue(), source.getKey().type()).entries();
            return Flux.fromIterable(() -> entries).map(entry -> new Taken(source.getKey(), entry));
        });
    }
}
