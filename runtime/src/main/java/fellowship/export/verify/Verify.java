package fellowship.export.verify;

import fellowship.export.form.Field;
import fellowship.export.form.Form;
import fellowship.export.form.Forms;
import fellowship.export.form.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks over a file once and tells what a consumer will not take. Memory does not grow with the file. */
public final class Verify {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(100_000_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String consumer;
    private final Report report;
    private final ColumnTypes types = new ColumnTypes();
    private Optional<String> type;
    private boolean recognised;

    private Verify(String consumer, Optional<String> type, Report report) {
        this.consumer = consumer;
        this.type = type;
        this.recognised = type.isPresent();
        this.report = report;
    }

    /**
     * @param consumer one of {@link Forms#consumers}
     * @param type one of its types; recognised by the columns of the first row where absent
     */
    public static Verified run(Path file, String consumer, Optional<String> type, Consumer<Finding> to)
            throws IOException {
        Report report = new Report(to);
        Verify verify = new Verify(consumer, type, report);
        long rows = 0;
        try (Lines lines = new Lines(file)) {
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                report.at(report.line() + 1);
                rows++;
                verify.line(line.get());
            }
        }
        if (rows == 0) {
            report.at(1);
            report.error("rows", "the file is empty", "leave it out: loaders fail on empty files");
        }
        return new Verified(rows, report.errors(), report.warnings(), verify.type);
    }

    private void line(Lines.Line line) {
        if (line.text().isEmpty()) {
            report.error("utf-8", "the line is no UTF-8", "write the file in UTF-8");
            return;
        }
        String text = line.text().get();
        if (text.startsWith("\uFEFF")) {
            report.error("no-mark", "the file begins with a byte order mark", "write it without");
            text = text.substring(1);
        }
        JsonNode row;
        try {
            row = STRICT.readTree(text);
        } catch (JacksonException e) {
            report.error(
                    "json",
                    "the line is no JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    "write one JSON object a line");
            return;
        }
        if (!row.isObject()) {
            report.error("json", "the line is no JSON object", "write one JSON object a line");
            return;
        }
        types.check(row, report);
        recognise(row);
        type.ifPresent(known -> Rules.of(consumer).check(row, known, report));
    }

    /** The type with the most columns of those that the row has all of; told once. */
    private void recognise(JsonNode row) {
        if (recognised) {
            return;
        }
        recognised = true;
        type = Forms.all().stream()
                .filter(form -> form.consumer().equals(consumer))
                .filter(form -> columns(form).stream().allMatch(field -> row.has(field.name())))
                .max(Comparator.comparingInt((Form form) -> columns(form).size())
                        .thenComparing(form -> -Forms.types(consumer).indexOf(form.type())))
                .map(Form::type);
        if (type.isEmpty() && consumer.equals("trl") && row.has("chosen") && row.has("rejected")) {
            type = Optional.of("preference");
        }
        if (type.isEmpty()) {
            String known = Forms.all().stream()
                    .filter(form -> form.consumer().equals(consumer))
                    .map(form -> form.type() + " "
                            + columns(form).stream().map(Field::name).toList())
                    .collect(Collectors.joining(", "));
            report.error(
                    "columns",
                    "no type of " + consumer + " has these columns",
                    "name the columns as one of these has them: " + known);
        }
    }

    private static java.util.List<Field> columns(Form form) {
        return form.fields().apply(Survey.none());
    }
}
