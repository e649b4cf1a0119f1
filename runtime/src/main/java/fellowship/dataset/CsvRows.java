package fellowship.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fellowship.plan.Column;
import fellowship.plan.RowType;
import fellowship.text.Nearest;
import fellowship.text.Utf8;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rows from a table with a header. The bytes are cut into fields before they are read as UTF-8, so that one field in
 * another encoding is one bad row.
 */
final class CsvRows implements ReadRows {

    private final String name;
    private final RowType type;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    /** @throws InputException when there is no header, or one without the columns of the type */
    CsvRows(String name, InputStream in, RowType type, char separator) {
        this.name = name;
        this.type = type;
        this.records = reader(in, separator).iterator();
        this.header = header();
    }

    /** Its fields' characters are the bytes of the file. */
    static CsvReader<CsvRecord> reader(InputStream in, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(in, StandardCharsets.ISO_8859_1);
    }

    private List<String> header() {
        List<String> names = new ArrayList<>();
        if (more()) {
            for (String field : records.next().getFields()) {
                names.add(Utf8.read(bytes(field))
                        .orElseThrow(() -> new InputException(name + ":1 is not UTF-8; save the file as UTF-8"))
                        .strip());
            }
        }
        if (names.isEmpty() || names.stream().allMatch(String::isEmpty)) {
            throw new InputException(
                    name + " has no header; its first line must name the columns: " + String.join(",", type.names()));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new InputException(name + ":1 names a column twice: " + String.join(", ", names));
        }
        List<String> missing = type.columns().stream()
                .filter(column -> !names.contains(column.name()) && !SampleIds.canBeMade(column))
                .map(column -> "'" + column.name() + "' ("
                        + Nearest.of(column.name(), names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("it has " + String.join(", ", names))
                        + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new InputException(name + ":1 has no column " + String.join(", ", missing)
                    + "; the first line must name the columns of " + type.name());
        }
        return names;
    }

    @Override
    public Optional<ReadRow> next() {
        return more() ? Optional.of(row(records.next())) : Optional.empty();
    }

    private boolean more() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw new InputException(name + " cannot be read as CSV: " + e.getMessage()
                    + "; a quote that is opened and not closed does this");
        }
    }

    private ReadRow row(CsvRecord record) {
        try {
            return good(record);
        } catch (BadValueException e) {
            String raw = record.getFields().stream().map(CsvRows::quoted).collect(Collectors.joining(","));
            return new ReadRow.Broken(
                    record.getStartingLineNumber(), e.reason(), e.message(), RawText.shown(bytes(raw)));
        }
    }

    private ReadRow.Good good(CsvRecord record) throws BadValueException {
        if (record.getFieldCount() != header.size()) {
            throw new BadValueException(
                    "bad-csv",
                    "the row has " + record.getFieldCount() + " fields where the header has " + header.size());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(
                    header.get(i),
                    Utf8.read(bytes(record.getField(i)))
                            .orElseThrow(() -> new BadValueException("bad-encoding", "the row is not UTF-8")));
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Column column : type.columns()) {
            String field = fields.get(column.name());
            if (field != null) {
                CsvValues.read(column, field).ifPresent(value -> columns.put(column.name(), value));
            }
        }
        String id = fields.getOrDefault(SampleIds.COLUMN, "");
        Object own = columns.getOrDefault(SampleIds.COLUMN, id);
        return new ReadRow.Good(record.getStartingLineNumber(), columns, SampleIds.own(own));
    }

    private static byte[] bytes(String field) {
        return field.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
