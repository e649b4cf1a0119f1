package fellowship.cli;

import fellowship.run.RunReport;
import fellowship.text.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the agreements of a run came to, from the files that it wrote. */
final class AgreementSummary {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AgreementSummary() {}

    /** A table for each; empty for a run without any. */
    static String of(RunReport report) {
        StringBuilder out = new StringBuilder();
        report.outputs().stream()
                .filter(output -> output.type().equals(RunReport.AGREEMENT))
                .forEach(output -> out.append(table(output.file().resolveSibling("agreement.json"))));
        return out.toString();
    }

    private static String table(Path file) {
        JsonNode agreement;
        try {
            agreement = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<List<String>> rows = new ArrayList<>();
        agreement
                .path("measures")
                .forEach(line -> rows.add(List.of(
                        line.path("measure").asString(""),
                        names(line.path("annotators")),
                        value(line),
                        Figures.count(line.path("items").asLong(0)))));
        String name = agreement.path("name").asString("");
        return Columns.of(List.of(name, "annotators", "value", "items"), rows);
    }

    private static String names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asString("")));
        return String.join(", ", names);
    }

    private static String value(JsonNode line) {
        if (!line.has("value")) {
            return "none: " + line.path("why_none").asString("");
        }
        String interval = line.has("low") ? " (" + number(line, "low") + " to " + number(line, "high") + ")" : "";
        boolean few = line.path("few_items").asBoolean(false);
        return number(line, "value") + interval + (few ? ", few items" : "");
    }

    private static String number(JsonNode line, String key) {
        return String.format(Locale.ROOT, "%.2f", line.path(key).asDouble(0));
    }
}
