package fellowship.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import fellowship.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows with whatever columns they have. */
final class TableReader implements InputPlace.Forms<Boolean> {

    private static final int TOLD = 10;

    /** What is left to do once the form is known. */
    private interface Rows {
        void read() throws IOException;
    }

    private final String name;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Table.Line> rows = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();
    private Rows all = () -> {};

    TableReader(String name) {
        this.name = name;
    }

    void read() throws IOException {
        all.read();
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    List<Table.Line> rows() {
        return rows;
    }

    /** One sentence a bad line, the first ten. */
    List<String> bad() {
        return bad;
    }

    @Override
    public Boolean table(InputStream in, char separator) {
        all = () -> {
            try {
                csv(in, separator);
            } catch (CsvParseException e) {
                throw new InputException(name + " cannot be read as CSV: " + e.getMessage()
                        + "; a quote that is opened and not closed does this");
            }
        };
        return true;
    }

    @Override
    public Boolean objects(RawLines lines) {
        all = () -> {
            for (Optional<RawLine> raw = lines.next(); raw.isPresent() && bad.size() < TOLD; raw = lines.next()) {
                object(raw.get());
            }
        };
        return true;
    }

    private void object(RawLine raw) {
        try {
            Map<String, Object> cells = new LinkedHashMap<>();
            JsonRows.object(raw).forEach((column, value) -> {
                columns.add(String.valueOf(column));
                if (value != null && !value.equals("")) {
                    cells.put(String.valueOf(column), value);
                }
            });
            rows.add(new Table.Line(raw.number(), cells));
        } catch (BadValueException e) {
            bad.add(name + ":" + raw.number() + ": " + e.message());
        }
    }

    private void csv(InputStream in, char separator) {
        List<String> header = List.of();
        for (CsvRecord record : CsvRows.reader(in, separator)) {
            Optional<List<String>> fields = fields(record);
            if (fields.isEmpty()) {
                bad.add(name + ":" + record.getStartingLineNumber() + " is not UTF-8; save the file as UTF-8");
            } else if (columns.isEmpty()) {
                header = header(fields.get());
            } else {
                row(record.getStartingLineNumber(), header, fields.get());
            }
            if (bad.size() >= TOLD) {
                return;
            }
        }
    }

    private List<String> header(List<String> fields) {
        List<String> header = fields.stream().map(String::strip).toList();
        if (new HashSet<>(header).size() < header.size()) {
            throw new InputException(name + ":1 names a column twice: " + String.join(", ", header));
        }
        columns.addAll(header);
        return header;
    }

    private void row(long number, List<String> header, List<String> fields) {
        if (fields.size() != header.size()) {
            bad.add(name + ":" + number + ": the row has " + fields.size() + " fields where the header has "
                    + header.size());
            return;
        }
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i).strip();
            if (!field.isEmpty()) {
                cells.put(header.get(i), field);
            }
        }
        rows.add(new Table.Line(number, cells));
    }

    private static Optional<List<String>> fields(CsvRecord record) {
        List<String> fields = new ArrayList<>();
        for (String field : record.getFields()) {
            Optional<String> text = Utf8.read(field.getBytes(StandardCharsets.ISO_8859_1));
            text.ifPresent(fields::add);
        }
        return fields.size() == record.getFieldCount() ? Optional.of(fields) : Optional.empty();
    }
}
