package fellowship.dataset;

import java.util.Map;
import java.util.Optional;

/** The records of one file, in order, whatever its format. */
interface Records extends AutoCloseable {

    /** One record, or why there is none at that place. */
    sealed interface Read {
        /**
         * @param line from 1
         * @param fields the record's fields; nulls are left out
         */
        record Fine(long line, Map<String, Object> fields) implements Read {}

        record Broken(long line, String reason, String message, String raw) implements Read {}
    }

    /** The next record; empty at the end. */
    Optional<Read> next();

    /** Whether all values are text, because the format knows nothing else. */
    default boolean textOnly() {
        return false;
    }

    @Override
    void close();
}
