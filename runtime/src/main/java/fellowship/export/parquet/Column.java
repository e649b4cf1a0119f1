package fellowship.export.parquet;

import java.util.List;

/**
 * A column, or a part of one; a list may be empty.
 *
 * @param name in its group
 * @param kind what it holds
 * @param optional whether null is a value
 * @param inner the columns of a group, or the one of a list's elements
 */
public record Column(String name, Kind kind, boolean optional, List<Column> inner) {

    /** What a column holds; the values' Java types are String, byte[], Long or Integer, Double, Boolean, Map and List. */
    public enum Kind {
        TEXT(6),
        BYTES(6),
        WHOLE(2),
        DECIMAL(5),
        YES_NO(0),
        GROUP(-1),
        LIST(-1);

        /** The specification's number of the physical type; -1 for groups. */
        final int type;

        Kind(int type) {
            this.type = type;
        }

        boolean leaf() {
            return type >= 0;
        }
    }

    public Column {
        inner = List.copyOf(inner);
    }
}
