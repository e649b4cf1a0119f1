package fellowship.run;

import fellowship.engine.Benchmarks;
import fellowship.plan.Gate;
import fellowship.plan.Plan;
import fellowship.plan.Sift;
import fellowship.quality.Overlap;
import fellowship.text.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The benchmarks that the plan's gates name: of {@code .jsonl} files every text in them, of other files each line. They are read
 * whole before the run.
 */
final class BenchmarkFiles implements Benchmarks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Gate.Benchmarks, Overlap> read = new LinkedHashMap<>();
    private final List<String> digests = new ArrayList<>();

    private BenchmarkFiles() {}

    /** @throws RunException when one cannot be read, with all that cannot */
    static BenchmarkFiles read(Plan plan, Path base) {
        BenchmarkFiles files = new BenchmarkFiles();
        List<String> problems = new ArrayList<>();
        Set<Path> counted = new LinkedHashSet<>();
        for (Gate.Benchmarks gate : gates(plan)) {
            List<String> texts = new ArrayList<>();
            for (String file : gate.files()) {
                Path path = base.resolve(file);
                try {
                    texts.addAll(texts(path));
                    if (counted.add(path)) {
                        files.digests.add(Sha256.of(path));
                    }
                } catch (CharacterCodingException e) {
                    problems.add(path + ": this benchmark is not UTF-8");
                } catch (IOException e) {
                    problems.add(path + ": this benchmark cannot be read ("
                            + e.getClass().getSimpleName() + ")");
                } catch (JacksonException e) {
                    problems.add(path + ": this benchmark has a line that is not one JSON value");
                }
            }
            files.read.put(gate, Overlap.of(texts, gate.words()));
        }
        if (!problems.isEmpty()) {
            throw new RunException(RunException.Kind.INPUT, problems);
        }
        return files;
    }

    private static List<Gate.Benchmarks> gates(Plan plan) {
        return plan.steps().stream()
                .filter(Sift.Gates.class::isInstance)
                .flatMap(step -> ((Sift.Gates) step).gates().stream())
                .filter(Gate.Benchmarks.class::isInstance)
                .map(Gate.Benchmarks.class::cast)
                .distinct()
                .toList();
    }

    private static List<String> texts(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (!path.toString().endsWith(".jsonl")) {
            return lines;
        }
        List<String> texts = new ArrayList<>();
        lines.forEach(line -> collect(JSON.readTree(line), texts));
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(inner -> collect(inner, texts));
    }

    /** SHA-256 of each file: another file gives another result. */
    List<String> digests() {
        return List.copyOf(digests);
    }

    @Override
    public Overlap of(Gate.Benchmarks gate) {
        Overlap known = read.get(gate);
        if (known == null) {
            throw new IllegalStateException("these benchmarks were not read: " + gate.files());
        }
        return known;
    }
}
