package fellowship.cli;

import fellowship.plan.EstimateInput;
import fellowship.plan.Plan;
import fellowship.plan.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many rows a plan's sources hold and how long their texts are.
 *
 * @param sources by the id of the step that reads them
 * @param notes what could not be measured
 */
record SourceMeasure(Map<String, EstimateInput.Source> sources, List<String> notes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Lengths of one column so far. */
    private record Sum(double characters, double longest, long texts) {
        Sum plus(double length) {
            return new Sum(characters + length, Math.max(longest, length), texts + 1);
        }
    }

    /** @param limit most rows to count of each source */
    static SourceMeasure of(Plan plan, Path base, Optional<Long> limit) {
        Map<String, EstimateInput.Source> sources = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Step.Read read : plan.sources()) {
            Map<String, Sum> columns = new LinkedHashMap<>();
            long rows = 0;
            for (String file : read.files()) {
                rows += measure(base.resolve(file), file, limit.orElse(Long.MAX_VALUE) - rows, columns, notes);
            }
            Map<String, EstimateInput.Length> lengths = new LinkedHashMap<>();
            columns.forEach((name, sum) ->
                    lengths.put(name, new EstimateInput.Length(sum.characters() / sum.texts(), sum.longest())));
            sources.put(read.id(), new EstimateInput.Source(rows, lengths));
        }
        return new SourceMeasure(sources, notes);
    }

    private static long measure(Path path, String file, long most, Map<String, Sum> columns, List<String> notes) {
        if (!file.endsWith(".jsonl") && !file.endsWith(".ndjson")) {
            notes.add("not counted: " + file + ", since only JSONL can be counted without a run");
            return 0;
        }
        long rows = 0;
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null && rows < most; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows++;
                    add(line, columns);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            notes.add("not counted: " + file + ", which cannot be read");
        }
        return rows;
    }

    /** A line that is no JSON counts as a row, since it is one: the run rejects it. */
    private static void add(String line, Map<String, Sum> columns) {
        try {
            for (Map.Entry<String, JsonNode> field : JSON.readTree(line).properties()) {
                JsonNode value = field.getValue();
                double length = value.isString()
                        ? value.asString().length()
                        : value.toString().length();
                columns.merge(field.getKey(), new Sum(length, length, 1), (sum, one) -> sum.plus(length));
            }
        } catch (JacksonException e) {
            // The run tells it with its line.
        }
    }
}
