package fellowship.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** Opens a journal. */
final class Mending {

    private Mending() {}

    static CompletionFile open(Path path) throws SQLException {
        return CompletionFile.open(path, JournalTables.SCHEMA);
    }
}
