package fellowship.dataset;

import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.text.Nearest;
import fellowship.text.Utf8;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows from JSON objects. Strict: no duplicate keys, nothing after the object, no NaN. */
final class JsonRows implements ReadRows {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(SampleSource.LONGEST)
                            .maxNestingDepth(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RawLines lines;
    private final RowType type;

    JsonRows(RawLines lines, RowType type) {
        this.lines = lines;
        this.type = type;
    }

    @Override
    public Optional<ReadRow> next() throws IOException {
        return lines.next().map(this::row);
    }

    private ReadRow row(RawLine raw) {
        try {
            Map<?, ?> fields = object(raw);
            Map<String, Object> columns = new LinkedHashMap<>();
            for (Column column : type.columns()) {
                Object value = fields.get(column.name());
                if (value != null) {
                    columns.put(column.name(), JsonValues.read(column, value));
                } else if (!fields.containsKey(column.name()) && !SampleIds.canBeMade(column)) {
                    throw missing(column, fields);
                }
            }
            return new ReadRow.Good(raw.number(), columns, id(columns, fields));
        } catch (BadValueException e) {
            return new ReadRow.Broken(raw.number(), e.reason(), e.message(), RawText.shown(raw.bytes()));
        }
    }

    /** The object on a line, whatever its columns are. */
    static Map<?, ?> object(RawLine raw) throws BadValueException {
        if (!raw.whole()) {
            throw new BadValueException(
                    "too-long",
                    "the row has " + raw.length() + " bytes, more than the " + SampleSource.LONGEST + " allowed");
        }
        String text =
                Utf8.read(raw.bytes()).orElseThrow(() -> new BadValueException("bad-encoding", "the row is not UTF-8"));
        try {
            Object value = MAPPER.readValue(text, Object.class);
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new BadValueException(
                    "not-object", "the row is " + JsonValues.kind(value) + ", not an object {\"column\": value, …}");
        } catch (JacksonException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new BadValueException(
                    "not-json",
                    "the row is not JSON" + (column > 0 ? ", at character " + column : "") + ": "
                            + (why.length() > 200 ? why.substring(0, 200) + "…" : why));
        }
    }

    private static BadValueException missing(Column column, Map<?, ?> fields) {
        var names = fields.keySet().stream().map(String::valueOf).limit(20).toList();
        return new BadValueException(
                "missing-column",
                "the column '" + column.name() + "' is missing; "
                        + Nearest.of(column.name(), names)
                                .map(name -> "did you mean '" + name + "'?")
                                .orElse("the row has " + (names.isEmpty() ? "none" : String.join(", ", names))));
    }

    private static Optional<String> id(Map<String, Object> columns, Map<?, ?> fields) throws BadValueException {
        Object declared = columns.get(SampleIds.COLUMN);
        Object value = declared != null ? declared : fields.get(SampleIds.COLUMN);
        return value == null ? Optional.empty() : SampleIds.own(value);
    }
}
