package fellowship.dataset;

import java.util.Map;
import java.util.Optional;

/** One row of a file: its columns, or what is wrong with it. */
sealed interface ReadRow {

    /** The line it begins on, from 1. */
    long line();

    /**
     * A row as the script's record wants it.
     *
     * @param id its own id, where it has one
     */
    record Good(long line, Map<String, Object> columns, Optional<String> id) implements ReadRow {}

    /** A row that cannot be used. */
    record Broken(long line, String reason, String message, String raw) implements ReadRow {}
}
