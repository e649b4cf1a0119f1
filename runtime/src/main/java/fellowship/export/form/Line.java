package fellowship.export.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row being made: columns in their order. */
final class Line {

    private final Map<String, Object> columns = new LinkedHashMap<>();

    Line with(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    /** The column, where the form has it in this file. */
    Line with(boolean there, String column, Object value) {
        return there ? with(column, value) : this;
    }

    Map<String, Object> made() {
        return Collections.unmodifiableMap(columns);
    }

    Emitted row() {
        return Emitted.row(made());
    }
}
