package fellowship.run;

import fellowship.dataset.WrittenFile;
import fellowship.plan.Plan;
import fellowship.plan.PlanTree;
import fellowship.store.WholeFile;
import fellowship.text.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: written last, so that a folder with one holds a whole result. It says what the result was made
 * of, and the size and digest of each file. It holds no date and no count that a repeated run would change.
 */
final class Manifest {

    static final String FILE = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    static void write(Plan plan, RunOptions options, Identity identity, RunReport report, List<WrittenFile> files) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", 1);
        manifest.put("identity", identity.digest());
        manifest.put("fingerprint", identity.fingerprint());
        manifest.put("models", identity.models());
        manifest.put("inputs", identity.inputs());
        manifest.put("limit", identity.limit());
        manifest.put("ledger", ledger(report.ledger()));
        manifest.put(
                "outputs",
                report.outputs().stream()
                        .map(output -> output(options.folder(), output))
                        .toList());
        manifest.put("files", files.stream().map(Manifest::file).toList());
        manifest.put("plan", PlanTree.of(plan));
        WholeFile.write(options.folder().resolve(FILE), out -> {
            out.write(JSON.writeValueAsBytes(manifest));
            out.write('\n');
        });
    }

    private static Map<String, Object> ledger(Ledger ledger) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("read", ledger.read());
        fields.put("emitted", ledger.emitted());
        fields.put("filtered", ledger.filtered());
        fields.put("rejected", ledger.rejected());
        fields.put("rules", ledger.rules());
        fields.put("reasons", ledger.reasons());
        return fields;
    }

    private static Map<String, Object> output(Path folder, RunReport.Output output) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", output.name());
        fields.put("type", output.type());
        fields.put("file", name(folder, output.file()));
        fields.put("rows", output.rows());
        return fields;
    }

    private static Map<String, Object> file(WrittenFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", file.path());
        fields.put("bytes", file.bytes());
        fields.put("sha256", file.sha256());
        return fields;
    }

    /** The path inside the run folder, with slashes on every system. */
    private static String name(Path folder, Path file) {
        List<String> names = new ArrayList<>();
        folder.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** The report of the run that this folder already holds, if it is this very run and its files are untouched. */
    static Optional<RunReport> unchanged(Path folder, Identity identity) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode manifest = JSON.readTree(Files.readAllBytes(file));
            if (!identity.digest().equals(manifest.path("identity").asString(""))) {
                return Optional.empty();
            }
            for (JsonNode kept : manifest.path("files")) {
                Path path = folder.resolve(kept.path("path").asString(""));
                if (!Files.isRegularFile(path)
                        || !Sha256.of(path).equals(kept.path("sha256").asString(""))) {
                    return Optional.empty();
                }
            }
            return Optional.of(report(folder, manifest));
        } catch (java.io.IOException | JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // A manifest that cannot be read promises nothing: the run is played again.
        }
    }

    private static RunReport report(Path folder, JsonNode manifest) {
        JsonNode ledger = manifest.path("ledger");
        List<RunReport.Output> outputs = new ArrayList<>();
        manifest.path("outputs")
                .forEach(output -> outputs.add(new RunReport.Output(
                        output.path("name").asString(""),
                        output.path("type").asString(""),
                        folder.resolve(output.path("file").asString("")),
                        output.path("rows").asLong(0))));
        return new RunReport(
                folder,
                RunReport.Ending.UNCHANGED,
                new Ledger(
                        ledger.path("read").asLong(0),
                        ledger.path("emitted").asLong(0),
                        ledger.path("filtered").asLong(0),
                        ledger.path("rejected").asLong(0),
                        0,
                        counts(ledger.path("rules")),
                        counts(ledger.path("reasons"))),
                outputs,
                0,
                0,
                0,
                0,
                0,
                Costs.NONE,
                Optional.empty());
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong(0)));
        return counts;
    }
}
