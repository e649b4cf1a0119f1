package fellowship.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A whole file of rows with whatever columns it has: JSON lines, a JSON array, CSV or TSV. For files that are looked at, as
 * tables of labels; a run reads its input through {@link SampleSource}.
 *
 * @param name the file, as people know it
 * @param columns all that any row has, in the order in which they first occur
 * @param rows in the order of the file
 */
public record Table(String name, List<String> columns, List<Line> rows) {

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
        TableReader reader = new TableReader(name);
        try {
            new InputPlace(name, piped ? Path.of("-") : Path.of(name), piped).open(in, reader);
            reader.read();
        } catch (IOException e) {
            throw new InputException(name + " cannot be read: " + e.getMessage());
        }
        if (!reader.bad().isEmpty()) {
            throw new InputException(reader.bad());
        }
        if (reader.rows().isEmpty()) {
            throw new InputException(name + " has no rows");
        }
        return new Table(name, reader.columns(), reader.rows());
    }

    /** Where a row stands. */
    public String place(Line line) {
        return name + ":" + line.number();
    }
}
