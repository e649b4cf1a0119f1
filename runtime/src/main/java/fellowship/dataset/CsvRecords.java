package fellowship.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comma-separated values with a header line (RFC 4180). All values are text. */
final class CsvRecords implements Records {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private boolean ended;

    CsvRecords(InputStream in) {
        this.reader = CsvReader.builder()
                .detectBomHeader(false)
                .maxBufferSize(Lines.LIMIT)
                .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.records = reader.iterator();
        this.header = records.hasNext()
                ? records.next().getFields().stream().map(CsvRecords::name).toList()
                : List.of();
    }

    private static String name(String field) {
        return field.replace("\uFEFF", "").strip();
    }

    List<String> header() {
        return header;
    }

    @Override
    public Optional<Read> next() {
        try {
            if (ended || !records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord found = records.next();
            long line = found.getStartingLineNumber();
            if (found.getFieldCount() != header.size()) {
                return Optional.of(new Read.Broken(
                        line,
                        "wrong-column",
                        "the row has " + found.getFieldCount() + " fields, the header has " + header.size(),
                        String.join(",", found.getFields())));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                fields.put(header.get(i), found.getField(i));
            }
            return Optional.of(new Read.Fine(line, fields));
        } catch (CsvParseException | UncheckedIOException e) {
            ended = true;
            return Optional.of(new Read.Broken(
                    0, "not-csv", "the file breaks off here, what follows was not read: " + e.getMessage(), ""));
        }
    }

    @Override
    public boolean textOnly() {
        return true;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
