package fellowship.cli.agree;

import fellowship.dataset.Table;
import fellowship.text.Nearest;
import java.util.Optional;

/** The cells of a table, by the names that somebody gave. */
final class Cells {

    private final Table table;

    Cells(Table table) {
        this.table = table;
    }

    /** The column itself, for an option that names it. */
    String column(String option, String name) {
        if (!table.columns().contains(name)) {
            throw AgreeException.data(table.name() + " has no column '" + name + "' (" + option + "); "
                    + Nearest.hint(name, table.columns()));
        }
        return name;
    }

    /** What stands there; nothing where it is missing. */
    Optional<String> text(Table.Line line, String column) {
        Object cell = line.cells().get(column);
        if (cell == null) {
            return Optional.empty();
        }
        String text = Said.text(cell)
                .orElseThrow(() -> AgreeException.data(table.place(line) + ": the column '" + column
                        + "' holds a list or an object, which is no label; name the columns to compare (see --help)"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What must stand there. */
    String needed(Table.Line line, String column) {
        return text(line, column)
                .orElseThrow(() -> AgreeException.data(table.place(line) + ": the column '" + column + "' is empty"));
    }

    /** Who wrote the candidates, where both columns are named. */
    Optional<Sheet.Writers> writers(Table.Line line, Asked.Shape shape) {
        if (shape.first().isEmpty() || shape.second().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sheet.Writers(
                needed(line, column("--first", shape.first().get())),
                needed(line, column("--second", shape.second().get()))));
    }
}
