package fellowship.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole file of rows with whatever columns it has: JSON lines, a JSON array, CSV or TSV. For files that are looked at, as
 * tables of labels; a run reads its input through {@link SampleSource}.
 *
 * @param name the file, as people know it
 * @param columns all that any row has, in the order in which they first occur
 * @param rows in the order of the file
 */
public record Table(String name, List<String> columns, List<Line> rows) {

    private static final int TOLD = 10;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number the line it begins on, from 1
     * @param cells text, numbers, truth values, lists and maps; null and empty fields are left out
     */
    public record Line(long number, Map<String, Object> cells) {
        public Line {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * Reads all.
     *
     * @param name as people know the file; its ending tells a table from JSON
     * @param piped whether it comes through standard input, where the first byte tells
     * @throws InputException when it cannot be read, is empty, or has bad lines: the first ten of them, each with its place
     */
    public static Table read(String name, InputStream in, boolean piped) {
        Reader reader = new Reader(name);
        try {
            new InputPlace(name, piped ? Path.of("-") : Path.of(name), piped).open(in, reader);
            reader.run();
        } catch (IOException e) {
            throw new InputException(name + " cannot be read: " + e.getMessage());
        }
        if (!reader.bad.isEmpty()) {
            throw new InputException(reader.bad);
        }
        if (reader.rows.isEmpty()) {
            throw new InputException(name + " has no rows");
        }
        return new Table(name, List.copyOf(reader.columns), reader.rows);
    }

    /** Where a row stands. */
    public String place(Line line) {
        return name + ":" + line.number();
    }

    private interface Rows {
        void read() throws IOException;
    }

    private static final class Reader implements InputPlace.Forms<Boolean> {

        private final String name;
        private final Set<String> columns = new LinkedHashSet<>();
        private final List<Line> rows = new ArrayList<>();
        private final List<String> bad = new ArrayList<>();
        private Rows all = () -> {};

        Reader(String name) {
            this.name = name;
        }

        void run() throws IOException {
            all.read();
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
                rows.add(new Line(raw.number(), cells));
            } catch (BadValueException e) {
                bad.add(name + ":" + raw.number() + ": " + e.message());
            }
        }

        private void csv(InputStream in, char separator) {
            List<String> header = List.of();
            for (CsvRecord record : CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .skipEmptyLines(true)
                    .ofCsvRecord(in, StandardCharsets.ISO_8859_1)) {
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
            rows.add(new Line(number, cells));
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
}
